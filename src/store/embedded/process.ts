import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Whether a process still runs; where who it is can't be read, its number counts. */
export function isRunning(pid: number, identity: string): boolean {
  const now = identityOf(pid);
  return now !== undefined && (now === identity || now === "" || identity === "");
}

/**
 * Who a process is beyond its number, which another one may get after it: when it began, on which run of the machine.
 * @returns undefined where no such process runs, an empty text where it can't be read.
 */
export function identityOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return undefined;
  }
  return process.platform === "linux" ? fromProc(pid) : fromPs(pid);
}

/** A killed process whose parent has not looked yet is still listed, as a zombie. */
const ENDED = /^[ZX]/;
/** What `ps` says before the date. */
const STATE = /^\S+\s+/;
/** The state is the first field after the command, which stands in brackets; when it began is the 20th. */
const BEGAN = 19;

function fromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (ENDED.test(fields[0] ?? "")) return undefined;
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot} ${fields[BEGAN]}`;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? undefined : "";
  }
}

function fromPs(pid: number): string | undefined {
  try {
    const said = execFileSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
    return ENDED.test(said) ? undefined : said.replace(STATE, "");
  } catch {
    return "";
  }
}
