// Draws questions about the past from the upstream history rows, with their answers. It shares nothing with the
// program: `node tests/history/draw-questions.mjs HISTORY.jsonl COUNT SEED` prints a question a line, and its seed on
// standard error.
import { readFileSync } from "node:fs";

const [file, count, given] = process.argv.slice(2);
const seed = Number(given ?? Math.floor(Math.random() * 2 ** 31));
process.stderr.write(`seed ${seed}\n`);

/** Labs that sell their own models and bill in dollars; the others' native prices stand in other files. */
const LABS = {
  anthropic: "Anthropic",
  cohere: "Cohere",
  deepseek: "DeepSeek",
  google: "Google AI Studio",
  minimax: "MiniMax",
  mistral: "Mistral",
  moonshotai: "Moonshot",
  openai: "OpenAI",
  perplexity: "Perplexity",
  xai: "xAI",
  xiaomi: "Xiaomi",
  alibaba: "Alibaba",
};

const rows = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line))
  .filter(
    (row) =>
      row.change === "price" &&
      row.kind === "headline" &&
      row.via === undefined &&
      row.age_days >= 3 &&
      Object.hasOwn(LABS, row.provider) &&
      // What image models put out is billed by other units, and a zero is not known to be a price.
      !row.model.includes("image") &&
      [row.before, row.after].every((cost) => cost.input > 0 && cost.output > 0),
  );

function dayAfter(day, days) {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

const figures = ({ input, output }) => ({ input: String(input), output: String(output) });

const questions = rows.flatMap((row) => {
  const day = row.date.slice(0, 10);
  const [before, after] = [figures(row.before), figures(row.after)];
  const lab = LABS[row.provider];
  const about = { provider: row.provider, model: row.model };
  return [
    { ...about, kind: "price", text: `${row.model} price at ${lab} on ${dayAfter(day, -1)}`, expect: before },
    { ...about, kind: "price", text: `what did ${row.model} cost on ${dayAfter(day, 1)} at ${lab}?`, expect: after },
    { ...about, kind: "step", text: `price history of ${row.model} at ${lab}`, day, expect: { before, after } },
  ];
});

/** Mulberry32: the same order for the same seed everywhere. */
function random(state) {
  let a = state >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const next = random(seed);
for (let at = questions.length - 1; at > 0; at--) {
  const other = Math.floor(next() * (at + 1));
  [questions[at], questions[other]] = [questions[other], questions[at]];
}
for (const question of questions.slice(0, Number(count))) process.stdout.write(`${JSON.stringify(question)}\n`);
