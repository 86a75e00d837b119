import type { Filters, PriceBound, ThanBound } from "../query/query.ts";
import type { Speech } from "./scene.ts";

/** How each filter is said; a new one does not compile without. */
type Words = { [K in keyof Required<Filters>]: (value: NonNullable<Filters[K]>, scene: Speech) => string[] };

type Named = { in?: string[] | undefined; out?: string[] | undefined };

const THAN = { less: "<", more: ">", at_most: "≤", at_least: "≥" };

const WORDS: Words = {
  context: (range, { messages, voice }) => [`${messages.fields.context} ${between(range, voice.size)}`],
  maxOutput: (range, { messages, voice }) => [`${messages.fields.max_output} ${between(range, voice.size)}`],
  price: (bounds, scene) => bounds.map((bound) => priceWords(bound, scene)),
  than: (bounds, scene) => bounds.map((bound) => thanWords(bound, scene)),
  names: (names, scene) => inOut(names, scene, scene.voice.quote, scene.messages.said.named),
  preview: (preview, { messages }) => [messages.said.preview[`${preview}`]],
  cost: ({ min, max, currency }, { messages, voice }) => [
    `${messages.figures.cost} ${between({ min, max }, (amount) => voice.money(String(amount), currency))}`,
  ],
  status: (status, { messages }) => [messages.said.status[status]],
  labs: (names, scene) => inOut(names, scene, scene.voice.named, scene.messages.said.on.lab),
  providers: (names, scene) => inOut(names, scene, scene.voice.provider, scene.messages.said.on.provider),
  families: (names, scene) => inOut(names, scene, scene.voice.named, scene.messages.said.on.family),
  origin: (origin, { messages }) => [messages.origins[origin]],
  abilities: ({ all = [], none = [] }, { messages }) => [
    ...all.map((ability) => messages.fields[ability]),
    ...none.map((ability) => messages.said.not(messages.fields[ability])),
  ],
  openWeights: (open, { messages }) => [messages.said.openWeights[`${open}`]],
  free: (free, { messages }) => [messages.said.free[`${free}`]],
  released: (period, { messages }) => [messages.said.released(span(period))],
  offers: (offers, { messages }) => [messages.said.offers[offers]],
};

/** The filters of a query in words, each for itself. */
export function filterWords(filters: Filters, scene: Speech): string[] {
  return Object.entries(filters).flatMap(([key, value]) => {
    const say = WORDS[key as keyof Filters] as (value: unknown, scene: Speech) => string[];
    return value === undefined ? [] : say(value, scene);
  });
}

/** "2026-01-01 – 2026-06-30", with "…" for an open end. */
export const span = ({ from, to }: { from?: string | undefined; to?: string | undefined }): string =>
  `${from ?? "…"} – ${to ?? "…"}`;

function between({ min, max }: { min?: number | undefined; max?: number | undefined }, say: (count: number) => string) {
  if (min !== undefined && max !== undefined) return `${say(min)} – ${say(max)}`;
  return min === undefined ? `≤ ${say(max ?? 0)}` : `≥ ${say(min)}`;
}

function inOut(
  names: Named,
  { voice, messages }: Speech,
  say: (id: string) => string,
  frame: (names: string) => string,
) {
  const framed = (ids: string[] | undefined) => (ids ? [frame(voice.list(ids.map(say)))] : []);
  return [...framed(names.in), ...framed(names.out).map(messages.said.not)];
}

function priceWords({ on, min, max, over, under, currency, per }: PriceBound, { messages, voice }: Speech): string {
  const figure = voice.figure(on);
  const bounds = [
    [">", over],
    ["≥", min],
    ["<", under],
    ["≤", max],
  ] as const;
  const said = bounds.flatMap(([sign, amount]) =>
    amount === undefined ? [] : [`${sign} ${messages.words.pricePer([voice.money(String(amount), currency)], per)}`],
  );
  return `${figure} ${voice.list(said)}`;
}

function thanWords({ on, model, is, times }: ThanBound, { voice }: Speech): string {
  const figure = voice.figure(on === "price" ? "blend" : on);
  return `${figure} ${THAN[is]} ${times === undefined ? "" : `${times} × `}${voice.model(model)}`;
}
