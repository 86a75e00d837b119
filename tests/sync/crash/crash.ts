import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Orders } from "./child.ts";

const CHILD = join(import.meta.dirname, "child.ts");
const LOADER = join(import.meta.dirname, "../../helpers/typescript.mjs");

export interface Ended {
  signal: string | null;
  /** The last step that it reached. */
  step: string;
  /** From its first word to its end, in milliseconds. */
  took: number;
}

/** When to kill: so long after a word of the child, which is "started" or a step of the write. */
export interface Kill {
  word: string;
  afterMs: number;
}

/** Runs a sync in a child process, and kills it where `kill` says so. */
export async function syncInChild(orders: Orders, kill?: Kill): Promise<Ended> {
  const child = spawn(process.execPath, ["--import", LOADER, CHILD, JSON.stringify(orders)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  let begun = 0;
  let waits = kill !== undefined;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    if (said === "") begun = performance.now();
    said += text;
    if (waits && kill && said.includes(`${kill.word}\n`)) {
      waits = false;
      void setTimeout(kill.afterMs).then(() => child.kill("SIGKILL"));
    }
  });
  const [, signal] = (await once(child, "close")) as [number | null, string | null];
  return { signal, step: said.trim().split("\n").at(-1) ?? "", took: performance.now() - begun };
}
