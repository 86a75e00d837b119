import { z } from "zod";
import { amount } from "../amount.ts";
import { dayOf } from "../day.ts";
import { type Extract, emptyExtract, type SnapshotFile, type SourceParser } from "../fact.ts";
import { eachRecord, hasRows, linesOf } from "../record.ts";

/**
 * CNY input prices of Chinese models, 2023 to 2025, from the hand-kept table of one-api. The table lags by months:
 * a row proves that a price was listed by its date, never that it began there. Output prices are not in it.
 */

const ONE_API = "one-api";
const Figure = z.object({ currency: z.enum(["CNY", "USD"]), input_per_1m: z.string() });
const Row = z.object({
  date: z.string(),
  model: z.string(),
  change: z.enum(["added", "price", "removed", "rewritten"]),
  before: Figure.nullable(),
  after: Figure.nullable(),
});

/** The table names models only; whose API it meant follows from the name. */
const SELLERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:ERNIE|BLOOMZ|Embedding-V1|bge-|tao-)/, "baidu-qianfan"],
  [/^(?:glm|chatglm|charglm|codegeex|cogview|emohaa|embedding-[23])/, "zhipuai"],
  [/^(?:qwen|qwq|qvq|text-embedding-|deepseek-r1-distill)/, "alibaba-cn"],
  [/^SparkDesk/, "iflytek"],
  [/^(?:hunyuan|ChatPro|ChatStd)/, "tencent-cloud"],
  [/^Baichuan/, "baichuan"],
  [/^moonshot/, "moonshotai-cn"],
  [/^abab/, "minimax-cn"],
  [/^step/, "stepfun"],
  [/^yi-/, "01-ai"],
  [/^deepseek/, "deepseek"],
  [/^360/, "360"],
];
/** Less than this per 1M tokens is a price per 1K tokens in the wrong column. */
const TOO_SMALL = 0.1;

export const oneApi: SourceParser = {
  id: ONE_API,
  recognises: (file) => hasRows(file, Row.extend({ commit: z.string(), after: Figure })),
  parse,
};

function parse(file: SnapshotFile): Extract {
  const rows = linesOf(file);
  const last = dayOf(z.object({ date: z.string() }).safeParse(rows.at(-1)?.value).data?.date);
  const out = emptyExtract(ONE_API, last ?? "1970-01-01");
  eachRecord(
    rows,
    ({ line }) => `line ${line}`,
    out.rejected,
    ({ value }) => {
      const row = Row.parse(value);
      const seen = dayOf(row.date);
      if (!seen) throw new Error(`date: ${row.date} is not a day`);
      if (!row.after) return;
      if (row.after.currency !== "CNY") {
        out.dropped.push({ where: `${row.model} ${seen}`, why: "rewritten in dollars by the table's keeper" });
        return;
      }
      const provider = SELLERS.find(([pattern]) => pattern.test(row.model))?.[1];
      const input = amount(row.after.input_per_1m);
      if (!provider || input === undefined) throw new Error(provider ? "no price" : "whose model it is cannot be told");
      const slip = Number(input) > 0 && Number(input) < TOO_SMALL;
      out.prices.push({
        provider,
        id: row.model,
        currency: "CNY",
        rates: [{ units: { input, output: null } }],
        seen,
        ...(slip && { suspect: "a price per 1K tokens in a column per 1M" }),
      });
    },
  );
  return out;
}
