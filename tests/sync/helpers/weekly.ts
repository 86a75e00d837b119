import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** The six real states of models.dev, end of Wednesdays, of 40 labs, clouds and hosts. */
export const WEEKS = ["2026-05-27", "2026-06-03", "2026-06-10", "2026-06-17", "2026-06-24", "2026-07-01"] as const;

export function weekly(day: string): string {
  return gunzipSync(readFileSync(join(import.meta.dirname, "../../fixtures/weekly", `${day}.json.gz`))).toString(
    "utf8",
  );
}
