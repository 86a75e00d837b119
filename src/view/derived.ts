import type { Derived } from "../answer/answer.ts";
import type { DerivedInWords } from "./messages/messages.ts";
import { figure } from "./money.ts";
import type { Scene } from "./scene.ts";
import { perOf } from "./voice.ts";

const PAIR = 2;

/**
 * The derived figures of an answer, a line each: what it is of, what it is against. A ratio joins its percentage, and
 * what holds alike for several sides is said once.
 */
export function derivedLines(scene: Scene): string[] {
  const { answer, messages } = scene;
  const { derived = [], rows } = answer;
  const percents = new Map(derived.filter(({ figure: kind }) => kind === "percent").map((one) => [keyOf(one), one]));
  const lines = new Map<string, string[]>();
  for (const one of derived) {
    const percent = percents.get(keyOf(one));
    // "A is 20% cheaper than B" says what a ratio, or who of two is cheaper, would say again.
    if (percent && (one.figure === "times" || (one.figure === "cheaper" && rows.length <= PAIR))) continue;
    const times = derived.find((other) => other.figure === "times" && keyOf(other) === keyOf(one));
    const body = messages.facts.derived[one.figure](inWords(scene, one, percent === one ? times : undefined));
    const topics = lines.get(body) ?? [];
    lines.set(
      body,
      one.on === undefined || one.on === one.of ? topics : [...topics, messages.figures[one.on] ?? one.on],
    );
  }
  return [...lines].map(([body, topics]) => (topics.length > 0 ? messages.facts.topic(topics) + body : body));
}

const keyOf = ({ on, of, base }: Derived) => [on, of, base].join("|");

function inWords(scene: Scene, derived: Derived, times: Derived | undefined): DerivedInWords {
  const { voice, answer } = scene;
  const { value, of, base, count } = derived;
  const size = unsigned(value);
  return {
    value: said(scene, derived, size),
    sign: Number(size) === 0 ? "same" : size === value ? "more" : "less",
    isPrice: derived.on === undefined || !NOT_PRICES.has(derived.on),
    isBest: answer.rows.length > PAIR,
    ...(of !== undefined && { of: voice.named(of) }),
    ...(base !== undefined && { base: voice.named(base) }),
    ...(count !== undefined && { count }),
    ...(times && { times: figure(times.value) }),
  };
}

const NOT_PRICES = new Set(["context", "max_output", "tokens", "released"]);
const unsigned = (value: string) => (value.startsWith("-") ? value.slice(1) : value);

function said({ messages, voice, query }: Scene, { figure: kind, value, on, currency }: Derived, size: string): string {
  if (kind === "cheaper") return voice.named(value);
  if (currency === undefined || kind === "percent" || kind === "times") return figure(size);
  if (on === "cost" || kind === "cost") return voice.money(size, currency);
  return messages.words.pricePer([voice.price(size, currency)], perOf(query));
}
