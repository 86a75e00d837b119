import { systemClock } from "../src/lib/system-clock.ts";
import { type Config, needsServer } from "./config.ts";
import { type HttpServer, startHttp } from "./http.ts";

const LONGEST_MS = 2 ** 30;

/**
 * Serves every platform that is set up, until the process is asked to stop. It listens before the parts that answer
 * are read from the disk, so that requests of the first moments wait and are not refused.
 */
export async function runService(config: Config): Promise<void> {
  const { asked, cancel } = untilAskedToStop();
  let server: HttpServer | undefined;
  try {
    if (needsServer(config)) server = await startHttp(config.http, systemClock);
    const { runPlatforms } = await import("./run-platforms.ts");
    await runPlatforms(config, server, asked);
  } finally {
    cancel();
    await server?.stop(0);
  }
}

/** Keeps the process alive until it is asked to stop; being asked a second time ends it at once. */
function untilAskedToStop(): { asked: Promise<void>; cancel: () => void } {
  const alive = setInterval(() => {}, LONGEST_MS);
  const asked = new Promise<void>((resolve) => {
    for (const name of ["SIGTERM", "SIGINT"] as const) process.once(name, () => resolve());
  });
  return { asked, cancel: () => clearInterval(alive) };
}
