const DAY = /^(.+?)-?(20\d\d-\d\d-\d\d|20[12]\d[01]\d[0-3]\d)$/;
const SHORT_DAY = /^(.+?)-(2[3-9][01]\d[0-3]\d)$/;

/** Labs whose undated ids move on while the dated ones stay: there a dated id is a model of its own. */
const KEEPS_DATES = new Set(["alibaba", "tencent", "baidu", "zhipuai", "minimax"]);
/** Labs whose undated ids are the usual ones: a day comes off even where the undated id is not known yet. */
const UNDATED = new Set(["anthropic", "openai", "bytedance"]);
/** Labs that write the day as YYMMDD behind every id. */
const SHORT_DATES = new Set(["bytedance", "deepseek", "moonshotai"]);

/**
 * A name without the day of its snapshot ("gpt-4o-mini-2024-07-18" → "gpt-4o-mini"), or nothing if it has none
 * or if the lab sells its snapshots apart. Dates of open weights ("-0324", "-2507") are parts of names.
 */
export function withoutDay(lab: string, name: string): string | undefined {
  if (KEEPS_DATES.has(lab)) return undefined;
  return DAY.exec(name)?.[1] ?? (SHORT_DATES.has(lab) ? SHORT_DAY.exec(name)?.[1] : undefined);
}

/** Whether a dated name that is new to us may be taken for its undated one. */
export function prefersUndated(lab: string): boolean {
  return UNDATED.has(lab);
}
