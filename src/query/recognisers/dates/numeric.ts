import { dayOf, isDay, monthOf, quarterOf, yearOf } from "../../days.ts";
import { means } from "../../item.ts";
import { isMark } from "../recogniser.ts";
import { isYear, plain, point, quarterAt, type Reader, range } from "./found.ts";

/** 2024-09-15, 2024/9, 09/15/2024. */
export const numeric: Reader = (items, i) => {
  const [a, mark, b] = [items[i], items[i + 1], items[i + 2]];
  const [x, y, z] = [plain(a), plain(b), plain(items[i + 4])];
  const mark2 = items[i + 3];
  if (x === undefined || y === undefined || !isMark(mark, "-", "/", ".")) return undefined;
  const glued = mark?.start === a?.end && b?.start === mark?.end;
  if (!glued) return undefined;
  const full = z !== undefined && isMark(mark2, "-", "/", ".") && mark2?.start === b?.end;
  if (full && isYear(x) && isDay(x, y, z)) return point(dayOf(x, y, z), 5);
  if (full && isYear(z) && isDay(z, x, y)) return point(dayOf(z, x, y), 5);
  if (full && isYear(z) && isDay(z, y, x)) return point(dayOf(z, y, x), 5);
  if (!full && isYear(x) && y >= 1 && y <= 12 && !isMark(mark, ".")) return range(monthOf(x, y), 3);
  return undefined;
};

/** 2024.09 and 2024.09.15 come as one or two numbers. */
export const dotted: Reader = (items, i, { text }) => {
  const [a, b] = [items[i], items[i + 1]];
  if (a?.kind !== "num" || a.n < 2015 || a.n >= 2040 || a.big) return undefined;
  const [year = 0, month = 0] = text.slice(a.start, a.end).split(".").map(Number);
  if (month < 1 || month > 12 || !Number.isInteger(year)) return undefined;
  const rest = b?.kind === "num" && b.start === a.end ? Number(text.slice(b.start + 1, b.end)) : undefined;
  if (rest !== undefined && isDay(year, month, rest)) return point(dayOf(year, month, rest), 2);
  return range(monthOf(year, month), 1);
};

/** A year alone: 2024, "2025 Q3". */
export const year: Reader = (items, i, { text }) => {
  const item = items[i];
  const n = plain(item);
  if (!isYear(n) || item?.kind !== "num" || text.slice(item.start, item.end).includes(".")) return undefined;
  const next = items[i + 1];
  const priced = means(items[i - 1], "cur") && items[i - 1]?.end === item.start;
  if (priced || COUNTED.some((kind) => means(next, kind))) return undefined;
  const quarter = quarterAt(items, i + 1);
  if (quarter) return range(quarterOf(n, quarter.n), 1 + quarter.take);
  return range(yearOf(n), 1);
};

/** Before these a number is an amount and no year. */
const COUNTED = ["unit", "cur", "io", "side", "part"];
