import fc from "fast-check";
import type { Content } from "../../../src/ports/core.ts";
import type { Button } from "../../../src/view/button.ts";
import type { Edition } from "../../../src/view/edition.ts";
import type { Field, Form } from "../../../src/view/form.ts";
import type { Home } from "../../../src/view/home.ts";
import type { Table, View } from "../../../src/view/view.ts";

/** Contents of every kind, far beyond what Slack takes: what the core would never say as well as what it would. */

const HOSTILE = [
  "<!channel>",
  "<!here>",
  "<@U0LIVE>",
  "<#C1|general>",
  "<!subteam^S1|@all>",
  "<https://evil.example|click>",
  "https://evil.example",
  "[a](https://evil.example)",
  "*bold* _it_ ~no~ `code` ```fence```",
  ":smile:",
  "&lt;!channel&gt; & co",
  "@channel",
  "‮\u200bmirror",
  "",
  " ",
];

const word = fc.oneof(
  { arbitrary: fc.string({ unit: "binary", maxLength: 40 }), weight: 2 },
  { arbitrary: fc.constantFrom(...HOSTILE), weight: 3 },
  {
    arbitrary: fc.constantFrom(
      "Claude Sonnet 4.6",
      "通义千问-Max",
      "$3",
      "≈¥0.0656",
      "128K",
      "不支持",
      "text_embedding_3",
    ),
    weight: 3,
  },
);
const long = fc
  .tuple(word, fc.integer({ min: 0, max: 1500 }))
  .map(([text, times]) => text.repeat(times).slice(0, 5000));
/** Any text: short ones mostly, some longer than any limit. */
export const anyText = fc.oneof({ arbitrary: word, weight: 6 }, { arbitrary: long, weight: 1 });
const language = fc.constantFrom("en" as const, "zh" as const);
const list = <T>(of: fc.Arbitrary<T>, maxLength: number) => fc.array(of, { maxLength, size: "max" });

const ascii = fc.integer({ min: 0, max: 2400 }).map((length) => "x".repeat(length));
const button: fc.Arbitrary<Button> = fc.record({
  code: fc.constantFrom("more_rows", "other_currency", "by_input", "by_output", "history", "wrong_price"),
  label: anyText,
  value: fc.oneof(fc.constant('{"v":1}'), ascii),
});

const table: fc.Arbitrary<Table> = fc
  .tuple(fc.integer({ min: 0, max: 28 }), fc.integer({ min: 0, max: 130 }))
  .chain(([width, height]) =>
    fc.record({
      columns: fc.array(
        fc.record({
          key: fc.constantFrom("model", "input", "output", "provider", "context"),
          label: word,
          align: fc.constantFrom("left" as const, "right" as const),
        }),
        { minLength: width, maxLength: width },
      ),
      rows: fc.array(
        fc.array(fc.oneof({ arbitrary: word, weight: 30 }, { arbitrary: long, weight: 1 }), {
          minLength: width,
          maxLength: width,
        }),
        {
          minLength: height,
          maxLength: height,
        },
      ),
      total: fc.integer({ min: 0, max: 4000 }),
      shown: fc.constant(height),
    }),
  );

const amount = fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value.toFixed(4));
const day = fc
  .integer({ min: 0, max: 900 })
  .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));
const chart: fc.Arbitrary<NonNullable<View["chart"]>> = fc.oneof(
  fc.record({
    kind: fc.constant("step" as const),
    unit: fc.constant("input" as const),
    currency: fc.constantFrom("USD" as const, "CNY" as const),
    series: list(fc.record({ name: word, points: list(fc.record({ x: day, y: amount }), 40) }), 9),
  }),
  list(word, 40).chain((xs) =>
    fc.record({
      kind: fc.constant("bar" as const),
      unit: fc.constantFrom("input" as const, "cost" as const, "blend" as const),
      currency: fc.constantFrom("USD" as const, "CNY" as const),
      series: list(
        fc.record({ name: word, points: fc.tuple(...xs.map((x) => amount.map((y) => ({ x, y })))) }) as fc.Arbitrary<{
          name: string;
          points: { x: string; y: string }[];
        }>,
        9,
      ),
    }),
  ),
);

const view: fc.Arbitrary<View> = fc.record(
  {
    language,
    understood: anyText,
    assumed: list(anyText, 6),
    unread: anyText,
    title: anyText,
    table,
    facts: list(anyText, 40),
    notes: list(anyText, 60),
    sources: list(anyText, 20),
    freshness: anyText,
    actions: fc.constant([]),
    choices: list(anyText, 40).map((labels) => labels.map((label) => ({ label, query: {} as never }))),
    choose: anyText,
    chart,
  },
  {
    requiredKeys: [
      "language",
      "understood",
      "assumed",
      "title",
      "facts",
      "notes",
      "sources",
      "freshness",
      "actions",
      "choices",
    ],
  },
) as fc.Arbitrary<View>;

const answer: fc.Arbitrary<Content> = fc.record(
  {
    kind: fc.constant("answer" as const),
    view,
    buttons: list(button, 14),
    choices: list(button, 40),
    share: button,
    sharedBy: fc.oneof(fc.constant("U123ABC"), word),
  },
  { requiredKeys: ["kind", "view", "buttons", "choices"] },
) as fc.Arbitrary<Content>;

const sections = list(fc.record({ title: anyText, lines: list(anyText, 60) }), 60);
const home: fc.Arbitrary<Home> = fc.record({
  language,
  title: anyText,
  intro: list(anyText, 8),
  examplesTitle: anyText,
  examples: list(button, 40),
  sections,
  freshness: anyText,
  forms: fc.constantFrom([], [{ label: "Cost calculator", form: "calculator" as const }]),
});

const edition: fc.Arbitrary<Edition> = fc.record(
  {
    language,
    title: anyText,
    intro: list(anyText, 5),
    sections,
    leaderboard: fc.record({ title: anyText, table }),
    chart: fc.record({ title: anyText, chart }),
    notes: list(anyText, 40),
    freshness: anyText,
  },
  { requiredKeys: ["language", "title", "intro", "sections", "notes", "freshness"] },
) as fc.Arbitrary<Edition>;

const options = fc.uniqueArray(
  fc.record({ label: anyText, value: fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 75 }) }),
  {
    maxLength: 130,
    size: "max",
    selector: ({ value }) => value,
  },
);
const field = fc.oneof(
  fc.record({
    kind: fc.constant("text" as const),
    value: anyText,
    placeholder: anyText,
    maxLength: fc.integer({ min: 1, max: 5000 }),
    multiline: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("number" as const),
    value: fc.constantFrom("", "3", "0.5"),
    placeholder: anyText,
    decimals: fc.boolean(),
  }),
  options.chain((of) =>
    fc.record({
      kind: fc.constant("select" as const),
      options: fc.constant(of),
      value: fc.constantFrom("gone", ...of.map(({ value }) => value)),
    }),
  ),
  options.chain((of) =>
    fc.record({
      kind: fc.constant("multiselect" as const),
      options: fc.constant(of),
      values: fc.subarray(of.map(({ value }) => value)),
    }),
  ),
);
export const anyForm: fc.Arbitrary<Form> = fc.record({
  name: fc.constantFrom("calculator" as const, "settings" as const, "digest" as const),
  language,
  title: anyText,
  intro: anyText,
  submit: anyText,
  cancel: anyText,
  state: fc.constantFrom("{}", "s".repeat(1900)),
  fields: list(fc.tuple(field, anyText, anyText, fc.boolean()), 130).map((all) =>
    all.map(([kind, label, hint, required], at) => ({ ...kind, name: `f_${at}`, label, hint, required })),
  ) as unknown as fc.Arbitrary<Field[]>,
});

export const anyHome = home;
export const anyAnswer = answer;
/** Whatever the core may want shown in a message. */
export const anyContent: fc.Arbitrary<Content> = fc.oneof(
  { arbitrary: answer, weight: 6 },
  {
    arbitrary: fc.record({ kind: fc.constant("notice" as const), language, text: anyText, buttons: list(button, 10) }),
    weight: 1,
  },
  { arbitrary: home.map((one) => ({ kind: "home" as const, home: one })), weight: 2 },
  { arbitrary: edition.map((one) => ({ kind: "edition" as const, edition: one })), weight: 3 },
);
