import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readRecord } from "../../catalog/read-records.ts";
import { Decision, type Decisions, Figures, idOf } from "../review.ts";
import { replaceFile } from "./durable.ts";

/**
 * What people said on prices: an operator's decisions, and prices that askers call wrong. One small file each in the
 * data folder, so that the bot and a sync can write at the same time.
 */

const DECISIONS = "review/decisions";
const REPORTS = "review/reports";
/** More open reports than this are not taken: somebody has to read them first. */
const REPORTS_MOST = 1000;
const JSON_FILE = /^([0-9a-f]{8})\.json$/;

const DecisionFile = z.object({ decision: Decision, at: z.string() });

export const Report = z.object({
  id: z.string(),
  model: z.string(),
  provider: z.string(),
  /** What the bot said. */
  shown: Figures.optional(),
  /** What the asker says instead, in their words. */
  figure: z.string().optional(),
  link: z.string().optional(),
  by: z.object({ tenant: z.string(), user: z.string() }),
  at: z.string(),
});
export type Report = z.infer<typeof Report>;

/** All decisions, by the id of what was held. */
export function readDecisions(data: string): Decisions {
  return new Map(idsIn(join(data, DECISIONS)).map((id) => [id, decisionOf(data, id)]));
}

function decisionOf(data: string, id: string): Decision {
  return readRecord(join(data, DECISIONS, `${id}.json`), DecisionFile).decision;
}

/** Keeps an operator's decision for good. */
export function decide(data: string, id: string, decision: Decision, now: Date): void {
  replaceFile(join(data, DECISIONS, `${id}.json`), `${JSON.stringify({ decision, at: now.toISOString() })}\n`);
}

/** Open reports, oldest first. */
export function readReports(data: string): Report[] {
  const reports = idsIn(join(data, REPORTS)).map((id) => readRecord(join(data, REPORTS, `${id}.json`), Report));
  return reports.sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Puts a report on the list, once however often it is made. @returns false where the list is full. */
export function addReport(data: string, report: Omit<Report, "id">): boolean {
  const { model, provider, figure = null, link = null, by } = report;
  const id = idOf(model, provider, figure, link, by.tenant, by.user);
  const known = idsIn(join(data, REPORTS));
  if (known.includes(id)) return true;
  if (known.length >= REPORTS_MOST) return false;
  replaceFile(join(data, REPORTS, `${id}.json`), `${JSON.stringify(Report.parse({ ...report, id }), null, 1)}\n`);
  return true;
}

/** Takes a report off the list, once somebody has seen to it. */
export function closeReport(data: string, id: string): void {
  rmSync(join(data, REPORTS, `${id}.json`), { force: true });
}

function idsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => JSON_FILE.exec(name)?.[1] ?? []);
}
