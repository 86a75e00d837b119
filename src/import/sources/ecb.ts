import { Decimal, significant } from "../../lib/decimal.ts";
import { amount } from "../amount.ts";
import { dayOf } from "../day.ts";
import { type Extract, emptyExtract, type SnapshotFile, type SourceParser } from "../fact.ts";
import { eachRecord, needDay } from "../record.ts";

/** The ECB's dollar and yuan: as a table of crosses, and as the daily file in which the ECB publishes. */

const HEAD = "date,usd_per_eur,cny_per_eur,cny_per_usd";
const CUBE_DAY = /<Cube time=['"](\d{4}-\d{2}-\d{2})['"]/;
const USD = /currency=['"]USD['"] rate=['"]([\d.]+)['"]/;
const CNY = /currency=['"]CNY['"] rate=['"]([\d.]+)['"]/;

export const ecb: SourceParser = {
  id: "ecb",
  recognises: ({ data }) => typeof data === "string" && (data.startsWith(HEAD) || CUBE_DAY.test(data)),
  parse: (file) => (String(file.data).startsWith(HEAD) ? parseTable(file) : parseDaily(file)),
};

function parseTable(file: SnapshotFile): Extract {
  const rows = String(file.data).trim().split("\n").slice(1);
  const out = emptyExtract("ecb", needDay(file, dayOf(rows.at(-1))));
  eachRecord(
    rows,
    (row) => row,
    out.rejected,
    (row) => {
      const [date, , , cross] = row.split(",");
      const [day, rate] = [dayOf(date), amount(cross?.trim())];
      if (!day || !rate || Number(rate) === 0) throw new Error("no day or no rate");
      out.fx.push({ day, rate });
    },
  );
  return out;
}

function parseDaily(file: SnapshotFile): Extract {
  const text = String(file.data);
  const day = needDay(file, CUBE_DAY.exec(text)?.[1]);
  const out = emptyExtract("ecb", day);
  const [usd, cny] = [USD.exec(text)?.[1], CNY.exec(text)?.[1]];
  if (!usd || !cny) out.rejected.push({ where: file.name, why: "no rate of USD or CNY" });
  else out.fx.push({ day, rate: significant(new Decimal(cny).div(usd), 7) });
  return out;
}
