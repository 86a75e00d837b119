import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

export interface Usage {
  heapMb: number;
  rssMb: number;
  coreMs: number;
}

const MB = 1024 * 1024;

/** In a measured process: says where it listens, and what it has used whenever it is asked. */
export function answerParent(port: number, coreMs: () => number): void {
  process.on("message", (message: { usage?: boolean }) => {
    if (!message.usage) return;
    const { rss } = process.memoryUsage();
    globalThis.gc?.();
    process.send?.({ usage: { heapMb: process.memoryUsage().heapUsed / MB, rssMb: rss / MB, coreMs: coreMs() } });
  });
  process.once("disconnect", () => process.exit());
  process.send?.({ port });
}

/** A process under measurement. */
export class Measured {
  readonly #child: ChildProcess;
  readonly url: string;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.url = `http://127.0.0.1:${port}/slack/events`;
  }

  static async start(file: string, apiUrl: string): Promise<Measured> {
    const child = fork(new URL(file, import.meta.url), [apiUrl], { execArgv: ["--expose-gc"] });
    const [{ port }] = (await once(child, "message")) as [{ port: number }];
    return new Measured(child, port);
  }

  async usage(): Promise<Usage> {
    const answer = once(this.#child, "message") as Promise<[{ usage: Usage }]>;
    this.#child.send({ usage: true });
    return (await answer)[0].usage;
  }

  give(bodies: Record<string, object>): void {
    this.#child.send({ bodies });
  }

  async stop(): Promise<void> {
    const gone = once(this.#child, "exit");
    this.#child.kill();
    await gone;
  }
}
