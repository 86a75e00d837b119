import { type Item, means, type Quantity } from "../item.ts";
import type { Workload } from "../query.ts";
import { beside, isSoft, type Scene, says, take, withSense } from "../scene.ts";

export interface TextAmount {
  /** Tokens of input, where the question gives a ratio. */
  input?: number;
  output?: number;
  audio?: number;
  /** What was assumed to make tokens of a text that is written. */
  assumed?: string;
  text?: NonNullable<Workload["text"]>;
}

const SECONDS: Record<string, number> = { second: 1, minute: 60, hour: 3600 };
const UNITS: Record<string, "zh_chars" | "words" | "pages"> = {
  zhchar: "zh_chars",
  word: "words",
  page: "pages",
  char: "zh_chars",
};
/** What a ratio counts, by the rate word that it stands beside. */
const RATED: Record<string, readonly string[]> = {
  word: ["zhchar", "word", "char"],
  page: ["page"],
  second: ["second", "minute", "hour"],
  minute: ["minute", "hour", "second"],
};

const isQuantity = (item: Item | undefined): item is Quantity => item?.kind === "qty" && item.by === undefined;

interface Ratio {
  tokens: number;
  /** The unit that so many tokens are for. */
  of: string;
}

function small(item: Item | undefined): number | undefined {
  if (item === undefined || item.by !== undefined) return undefined;
  if (item.kind === "num") return item.n;
  return item.kind === "qty" && item.unit === "token" ? item.n : undefined;
}

/** 1个汉字0.7个token, 1秒按32token算, "32 tokens per second", "500 tokens a page". */
function ratioOf(scene: Scene): Ratio | undefined {
  for (const [item, i] of withSense(scene, "rate")) {
    const unit = item.senses.rate ?? "";
    const of = unit === "second_audio" ? "second" : unit;
    if (!(of in RATED) || item.by !== undefined) continue;
    const places = [beside(scene, i, 1, 3, loose), beside(scene, i, -1, 3, loose)];
    const at = places.find((place) => small(scene.items[place]) !== undefined);
    if (at === undefined) continue;
    const tokens = small(scene.items[at]) ?? 1;
    take(scene, item, "workload");
    take(scene, scene.items[at], "workload");
    return { tokens, of };
  }
  return inverse(scene);
}

/** "1.5 characters per token", "0.75 words a token": the other way round. */
function inverse(scene: Scene): Ratio | undefined {
  for (const [i, item] of scene.items.entries()) {
    if (!isQuantity(item) || !(item.unit in UNITS) || item.n > 10) continue;
    const token = oneToken(scene.items, i) ?? perToken(scene, i);
    if (token === undefined) continue;
    take(scene, item, "workload");
    take(scene, token, "workload");
    return { tokens: 1 / item.n, of: item.unit === "page" ? "page" : "word" };
  }
  return undefined;
}

/** "per token", "a token" after an amount. */
function perToken(scene: Scene, i: number): Item | undefined {
  const per = scene.items[beside(scene, i, 1, 2, loose)];
  const one = per?.kind === "per" && per.tokens === 1;
  const token = per?.kind === "qty" && per.unit === "token" && per.n === 1;
  return one || token ? per : undefined;
}

/** "1 token = 1.6 字". */
function oneToken(items: readonly Item[], i: number): Item | undefined {
  const found = items
    .slice(Math.max(0, i - 3), i)
    .find((one) => one.kind === "qty" && one.unit === "token" && one.n === 1 && one.by === undefined);
  return found;
}

const loose = (item: Item | undefined): boolean =>
  isSoft(item) || means(item, "by") || means(item, "unit") || means(item, "cmp", "equal");

const round = (n: number): number => Number(n.toPrecision(12));

const isAudio = (item: Item | undefined): boolean =>
  means(item, "part", "audio") || means(item, "ability", "audio") || means(item, "side", "audio_price");

/** 一小时录音, "an hour of audio": one unit of a recording. */
function oneRecording(scene: Scene, ratio: Ratio | undefined): number | undefined {
  for (const [item, i] of withSense(scene, "rate")) {
    const seconds = SECONDS[item.senses.rate ?? ""];
    if (
      seconds === undefined ||
      item.by !== undefined ||
      ratio === undefined ||
      !isAudio(scene.items[beside(scene, i, 1, 2)])
    )
      continue;
    take(scene, item, "workload");
    return round((seconds * ratio.tokens) / (SECONDS[ratio.of] ?? 1));
  }
  return undefined;
}

/** 写5000字摘要, "a 500 word summary": a text that the model writes. */
function isWritten(scene: Scene, item: Item): boolean {
  const at = scene.items.indexOf(item);
  const skips = (one: Item | undefined): boolean => isSoft(one) || means(one, "pct") || means(one, "rate", "request");
  const places = [beside(scene, at, -1, 3, skips), beside(scene, at, 1, 2, isSoft)];
  const [before, after] = places.map((place) => scene.items[place]);
  if (!writes(before) && !writes(after)) return false;
  for (const word of [before, after]) if (writes(word)) take(scene, word, "workload");
  return true;
}

const writes = (item: Item | undefined): boolean =>
  means(item, "part", "output") || means(item, "side", "output") || means(item, "io", "output");

/** Units of text a token, where no ratio is said. */
const USUAL = { zh_chars: 1.5, words: 0.75, pages: 0.75 / 500 } as const;

/** A text with no ratio: what is written becomes tokens of output, what is read stays a text. */
function readPlain(scene: Scene, item: Quantity, found: TextAmount): void {
  const unit = UNITS[item.unit] ?? "words";
  if (!isWritten(scene, item)) {
    found.text = { amount: item.n, unit };
    return;
  }
  found.output = (found.output ?? 0) + Math.round(item.n / USUAL[unit]);
  found.assumed = unit === "zh_chars" ? "output_chars" : "output_words";
}

/** Texts, pages and recordings: tokens where a ratio is said, else the text itself. */
export function readText(scene: Scene): TextAmount {
  const ratio = ratioOf(scene);
  const found: TextAmount = {};
  const recording = oneRecording(scene, ratio);
  if (recording !== undefined) found.audio = recording;
  for (const item of scene.items) {
    if (!isQuantity(item)) continue;
    const rated = ratio !== undefined && (RATED[ratio.of] ?? []).includes(item.unit);
    if (item.unit in SECONDS) {
      if (!rated || ratio === undefined) continue;
      const per = SECONDS[ratio.of] ?? 1;
      found.audio = round((item.n * (SECONDS[item.unit] ?? 1) * ratio.tokens) / per);
    } else if (item.unit in UNITS) {
      if (rated && ratio !== undefined && isWritten(scene, item)) found.output = round(item.n * ratio.tokens);
      else if (rated && ratio !== undefined) found.input = round(item.n * ratio.tokens + (found.input ?? 0));
      else readPlain(scene, item, found);
    } else continue;
    take(scene, item, "workload");
  }
  // "how many pages at 500 tokens a page": one unit of what is bought.
  if (ratio !== undefined && Object.keys(found).length === 0 && says(scene, "cue.howmany"))
    found.input = round(ratio.tokens);
  return found;
}
