import { z } from "zod";
import { OperatorError } from "../../lib/errors.ts";

/** A file of the store that can't be trusted: what is wrong, where, and how to go on. */
export function damaged(where: string, what: string, repair: string, cause?: unknown): OperatorError {
  return new OperatorError("bad_store", `${where}: ${what}`, repair, cause);
}

/** The first thing that a check objects to: "weekday: expected number". */
export function objection(error: unknown): string {
  if (!(error instanceof z.ZodError)) return String(error instanceof Error ? error.message : error);
  const [issue] = error.issues;
  if (!issue) return error.message;
  const path = issue.path.join(".");
  return path === "" ? issue.message : `${path}: ${issue.message}`;
}
