import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { setPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { botOn, botSlowlyOn, EMBEDDED } from "../../../adapters/bot/open-bot.ts";
import { createLive } from "../../../src/sync/live.ts";
import { askUntil } from "./questions.ts";

/**
 * A full sync of all sources from a server on this machine, in a process of its own, and questions asked meanwhile.
 * `npm run bench:sync -- [FOLDER]`, a folder of whole snapshots; without one, of those that come with the tests.
 */
const LOADER = join(import.meta.dirname, "../../helpers/typescript.mjs");
const SYNC = join(import.meta.dirname, "../../../dist/adapters/sync.js");
const EVERY_MS = 20;
const BASELINE_MS = 5000;
const TICK_MS = 10;
const say = (text: string) => process.stdout.write(`${text}\n`);

const folder = process.argv[2];
const data = mkdtempSync(join(tmpdir(), "llmprice-bench-"));
const server = spawn(process.execPath, [
  "--import",
  LOADER,
  join(import.meta.dirname, "server.ts"),
  ...(folder ? [folder] : []),
]);
try {
  const [port] = (await once(server.stdout, "data")) as [Buffer];
  const url = `http://127.0.0.1:${String(port).trim()}`;
  const fault = (what: string) => say(`fault: ${what}`);
  const live = createLive({ data, embedded: EMBEDDED, build: botOn, rebuild: botSlowlyOn, fault });
  await askUntil(live, setTimeout(1000), EVERY_MS);
  report("questions, nothing else", await askUntil(live, setTimeout(BASELINE_MS), EVERY_MS));
  for (const which of ["the first sync", "the same again"]) {
    const run = syncAndReload(url, live.reload);
    const took = await askUntil(live, run, EVERY_MS);
    const { ms, cpuMs, mb, replaced, said } = await run;
    say(
      `${which}: ${(ms / 1000).toFixed(2)} s (goal 5), of which ${(cpuMs / 1000).toFixed(2)} s on the processor, ${mb} MB at most (goal 400), catalog ${replaced ? "replaced" : "unchanged"}`,
    );
    say(said.replaceAll(/^/gm, "  "));
    report("  questions meanwhile", took);
  }
} finally {
  server.kill();
  rmSync(data, { recursive: true, force: true });
}

async function syncAndReload(url: string, reload: () => Promise<boolean>) {
  const env = {
    ...{ PATH: "", LLMPRICE_DATA: data, LLMPRICE_SOURCES: "models-dev,litellm-live,genai-prices,portkey,ecb" },
    LLMPRICE_SOURCE_URL_MODELS_DEV: `${url}/models-dev.json`,
    LLMPRICE_SOURCE_URL_LITELLM_LIVE: `${url}/litellm.json`,
    LLMPRICE_SOURCE_URL_GENAI_PRICES: `${url}/genai-prices.json`,
    LLMPRICE_SOURCE_URL_PORTKEY: `${url}/portkey/{part}.json`,
    LLMPRICE_SOURCE_URL_ECB: `${url}/ecb.xml`,
  };
  const start = performance.now();
  const child = spawn(process.execPath, [SYNC], { env, stdio: ["ignore", "pipe", "inherit"] });
  if (child.pid) setPriority(child.pid, 10);
  let said = "";
  child.stdout.on("data", (text) => {
    said += text;
  });
  const used = watch(child);
  await once(child, "close");
  const ms = performance.now() - start;
  const lines = said.trim().split("\n");
  return {
    ms,
    ...used(),
    replaced: await reload(),
    said: lines.filter((line) => /records|held for|new catalog|nothing/.test(line)).join("\n"),
  };
}

interface Used {
  mb: number;
  cpuMs: number;
}

/** The most memory that a process has had and its time on the processor, where the system tells. */
function watch({ pid }: ChildProcess): () => Used {
  const used = { mb: 0, cpuMs: 0 };
  const look = setInterval(() => {
    try {
      const [, kb] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
      used.mb = Math.max(used.mb, Math.round(Number(kb ?? 0) / 1024));
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
      used.cpuMs = (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    } catch {
      clearInterval(look);
    }
  }, 20);
  return () => {
    clearInterval(look);
    return used;
  };
}

function report(what: string, took: number[]): void {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  say(`${what}: ${took.length}, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms (goal 50), worst ${at(1)} ms (goal 200)`);
}
