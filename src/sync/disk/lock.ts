import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "../../lib/errors.ts";

const FILE = "sync.lock";

/**
 * One sync at a time in a data folder. A lock whose process is gone is taken over.
 * @returns what gives the lock back. @throws OperatorError `sync_runs` while another sync runs.
 */
export function lock(data: string): () => void {
  mkdirSync(data, { recursive: true });
  const file = join(data, FILE);
  for (let tried = 0; ; tried += 1) {
    try {
      const handle = openSync(file, "wx");
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      const pid = ownerOf(file);
      if (tried > 0 || isAlive(pid)) {
        throw new OperatorError(
          "sync_runs",
          `a sync is running already (process ${pid})`,
          `wait for it, or remove ${file}`,
        );
      }
      rmSync(file, { force: true });
    }
  }
}

function ownerOf(file: string): number {
  try {
    return Number(readFileSync(file, "utf8")) || 0;
  } catch {
    return 0;
  }
}

function isAlive(pid: number): boolean {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
