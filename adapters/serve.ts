import type { Clock } from "../src/ports/clock.ts";
import type { Log } from "../src/ports/log.ts";
import type { Service } from "../src/service/core.ts";
import type { Connector } from "./connector.ts";
import type { HttpServer } from "./http.ts";

interface Parts {
  connectors: readonly Connector[];
  core: Service;
  /** Where a platform sends its requests to; none where no platform does. */
  server?: HttpServer | undefined;
  log: Log;
  clock: Clock;
}

export interface Serving {
  connected: readonly string[];
  /** Platforms that did not start, and why. */
  failed: ReadonlyMap<string, string>;
  /** The port that is listened on, where any platform needs one. */
  port?: number;
  /** No new work; what is under way finishes within the deadline; everything is closed. */
  stop(deadlineMs: number): Promise<void>;
}

/** Connects every platform, each for itself, and answers what an earlier process left unfinished. */
export async function serve({ connectors, core, server, log, clock }: Parts): Promise<Serving> {
  const failed = new Map<string, string>();
  const start = async (connector: Connector) => {
    try {
      await connector.start(core);
    } catch (error) {
      log.error("not connected", { platform: connector.name, error });
      failed.set(connector.name, error instanceof Error ? error.message : String(error));
    }
    server?.open(connector.routes);
  };
  await Promise.all(connectors.map(start));
  await core.resume();
  server?.ready();
  return {
    connected: connectors.map(({ name }) => name).filter((name) => !failed.has(name)),
    failed,
    ...(server && { port: server.port }),
    async stop(deadlineMs) {
      const end = clock.now().getTime() + deadlineMs;
      const left = () => Math.max(0, end - clock.now().getTime());
      await Promise.all([
        ...connectors.map(async (connector) => {
          const unfinished = await connector.stop(left());
          if (unfinished > 0) log.warn("left unfinished", { platform: connector.name, unfinished });
        }),
        server?.stop(left()),
      ]);
      await core.stop(left());
    },
  };
}
