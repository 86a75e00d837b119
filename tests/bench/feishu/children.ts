import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ChildOptions, Figures, Started } from "./child.ts";

export const APP = {
  appId: "cli_0123456789abcdef",
  appSecret: "secret-of-the-app",
  encryptKey: "key-to-encrypt-with",
  verificationToken: "token-to-verify-with",
};

export interface Child extends Started {
  url: string;
  figures(): Promise<Figures>;
  stop(): Promise<void>;
}

/** Starts a child; resolves once it takes requests. */
export async function startChild(mode: ChildOptions["mode"], domain: string): Promise<Child> {
  const data = mkdtempSync(join(tmpdir(), "llmprice-bench-feishu-"));
  const options: ChildOptions = { ...APP, mode, domain, data: join(data, "store") };
  const child = fork(join(import.meta.dirname, "child.js"), [JSON.stringify(options)]);
  child.on("exit", (code) => {
    if (code !== 0) throw new Error(`a child ended with ${code}`);
  });
  const started = await told<Started>(child);
  return {
    ...started,
    url: `http://127.0.0.1:${started.port}/feishu/events`,
    async figures() {
      const said = told<Figures>(child);
      child.send("figures");
      return said;
    },
    async stop() {
      const gone = once(child, "exit");
      child.disconnect();
      await gone;
      rmSync(data, { recursive: true });
    },
  };
}

/** What the child says next; a child that ends says nothing, and the benchmark ends with it. */
async function told<T>(child: ChildProcess): Promise<T> {
  const [said] = (await once(child, "message")) as [T];
  return said;
}
