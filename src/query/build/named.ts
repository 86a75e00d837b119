import type { Filters, Intent } from "../query.ts";
import { type Scene, says, take, withSense } from "../scene.ts";
import type { Draft } from "./draft.ts";
import { type Field, readFields, saysPrice } from "./fields.ts";
import { freeMoney, isQuote, readClaims, readGiven } from "./money.ts";
import type { Names } from "./names.ts";
import type { Parts } from "./signals.ts";

export const CLAIMS =
  /right\b|correct|really|true|still|isn't|heard|confirm|对吗|对吧|是吗|是吧|是不是|真的|确认|核对|还是|没错|听说|不是说|记得|true\?|^(?:is|was|are|does|did)\b|claim|says|said|verify|check|assum/i;

/** In a long mail an amount of money may be about anything. */
export const SHORT = 100;

/** What a question about named models says beyond their names: claims, given prices, fields. */
export function fillNamed(scene: Scene, parts: Parts, intent: Intent, draft: Draft, filters: Filters): void {
  const claims =
    !isQuote(scene) &&
    !(intent === "compare" && parts.than.length > 0) &&
    (says(scene, "cue.claim") || CLAIMS.test(scene.context.text) || unpriced(scene))
      ? readClaims(scene, draft.per)
      : [];
  if (claims.length > 0) draft.claim = [...(draft.claim ?? []), ...claims];
  const given = readGiven(scene);
  if (given.length > 0) draft.given = given;
  for (const [item] of withSense(scene, "offers")) {
    if (item.by !== undefined) continue;
    take(scene, item, "filter");
    if (!item.not) filters.offers ??= item.senses.offers as NonNullable<Filters["offers"]>;
  }
  if (intent === "compare" || intent === "lookup") besideOfficial(scene, parts.names, filters);
  fillFields(scene, parts, intent, draft);
}

function fillFields(scene: Scene, parts: Parts, intent: Intent, draft: Draft): void {
  const sides = intent === "cost" || intent === "budget" || intent === "history";
  if (!sides) for (const item of parts.abilities.items) if (item.not) take(scene, item, "ability");
  const fields = readFields(scene, !sides);
  const ordered = parts.order.sort?.by;
  if (intent === "compare" && ordered !== undefined && ORDERED.has(ordered)) fields.push(ordered as Field);
  const wantsPrice =
    saysPrice(scene) && fields.length > 0 && fields.every((field) => !PRICES.has(field)) && !onlyFacts(scene);
  if (wantsPrice) fields.unshift("price");
  // "long context (>272K), output": the length picks the tier, and is not asked.
  if (draft.tier !== undefined && fields.length > 1 && fields.includes("context"))
    fields.splice(fields.indexOf("context"), 1);
  if (intent === "cost") fields.length = 0;
  if (intent === "budget" && fields.includes("max_output")) fields.push("output");
  if (intent === "budget") fields.splice(0, fields.length, ...fields.filter((field) => BOUGHT.has(field)));
  if (fields.length > 0) draft.fields = [...new Set([...(draft.fields ?? []), ...fields])];
}

/** 硅基流动跟官方差多少: the lab's own shop is one of the sides, no filter. */
function besideOfficial({ facts, context }: Scene, { models: [model] }: Names, filters: Filters): void {
  const sellers = filters.providers?.in;
  if (filters.offers !== "official" || sellers === undefined || model === undefined) return;
  const own = facts.site(facts.labOf(model), context.language);
  filters.providers = { ...filters.providers, in: [...new Set([...sellers, own])] };
  delete filters.offers;
}

/** An amount with no unit beside a model is a figure to confirm; one with a unit may be a price that is given. */
const unpriced = (scene: Scene): boolean => {
  const moneys = freeMoney(scene);
  return moneys.length > 0 && scene.context.text.length < SHORT && moneys.every(({ money }) => money.per === undefined);
};

const ORDERED = new Set(["input", "output", "cache_read", "context", "max_output", "released", "knowledge"]);

const BOUGHT = new Set<Field>(["input", "output", "cache_read"]);

const PRICES = new Set<Field>([
  "price",
  "input",
  "output",
  "cache_read",
  "cache_write",
  "batch",
  "audio_price",
  "free",
  "tiers",
]);

const ASKS_PRICE = /多少钱|啥价|什么价|几块|how much|cost/i;

/** "what's the context of …": a word for "what" asks no price. */
const onlyFacts = (scene: Scene): boolean => !says(scene, "dim", "price") && !ASKS_PRICE.test(scene.context.text);
