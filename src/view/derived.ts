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
  const { derived = [], rows } = scene.answer;
  const percents = new Set(derived.filter(({ figure: kind }) => kind === "percent").map(keyOf));
  const topics = new Map<string, string[]>();
  for (const one of derived) {
    // "A is 20% cheaper than B" says what a ratio, or who of two is cheaper, would say again.
    const isPair = one.figure === "cheaper" && rows.length <= PAIR;
    if (percents.has(keyOf(one)) && (one.figure === "times" || isPair)) continue;
    const line = bodyOf(scene, one);
    topics.set(line, [...(topics.get(line) ?? []), ...topicOf(scene, one)]);
  }
  const { topic } = scene.messages.facts;
  return [...topics].map(([line, of]) => (of.length > 0 ? topic(of) + line : line));
}

function bodyOf(scene: Scene, one: Derived): string {
  const { facts, fields } = scene.messages;
  const { derived = [] } = scene.answer;
  const ratio = derived.find((other) => other.figure === "times" && keyOf(other) === keyOf(one));
  const body = facts.derived[one.figure](inWords(scene, one, one.figure === "percent" ? ratio : undefined));
  const isOneSided = isAmount(one) && (one.on === "input" || one.on === "output");
  return isOneSided ? facts.allOn(fields[one.on === "input" ? "input" : "output"]) + body : body;
}

/** What the figure is of, unless its words say so already. */
function topicOf({ voice }: Scene, one: Derived): string[] {
  if (one.model !== undefined && one.on !== undefined) return [`${voice.model(one.model)} ${voice.figure(one.on)}`];
  if (one.on === undefined || one.on === one.of || isAmount(one)) return [];
  return [voice.figure(one.on)];
}

const isAmount = ({ figure: kind }: Derived) => kind === "cost" || kind === "tokens";
const keyOf = ({ on, of, base, model }: Derived) => [on, of, base, model].join("|");

function inWords(scene: Scene, derived: Derived, times: Derived | undefined): DerivedInWords {
  const { voice, answer } = scene;
  const { value, of, base, count } = derived;
  const size = unsigned(value);
  return {
    value: said(scene, derived, size),
    sign: signOf(derived, size),
    isPrice: derived.on === undefined || !NOT_PRICES.has(derived.on),
    isBest: answer.rows.length > PAIR,
    ...(of !== undefined && { of: voice.named(of) }),
    ...(base !== undefined && { base: voice.named(base) }),
    ...(count !== undefined && { count }),
    ...(times && { times: figure(times.value) }),
  };
}

function signOf({ figure: kind, value }: Derived, size: string): DerivedInWords["sign"] {
  if (Number(size) === (kind === "times" ? 1 : 0)) return "same";
  return size === value ? "more" : "less";
}

const NOT_PRICES = new Set(["context", "max_output", "tokens", "released"]);
const unsigned = (value: string) => (value.startsWith("-") ? value.slice(1) : value);

function said({ messages, voice, query }: Scene, { figure: kind, value, on, currency }: Derived, size: string): string {
  if (kind === "cheaper") return voice.named(value);
  if (currency === undefined || kind === "percent" || kind === "times") return figure(size);
  if (on === "cost" || kind === "cost") return voice.money(size, currency);
  return messages.words.pricePer([voice.price(size, currency)], perOf(query));
}
