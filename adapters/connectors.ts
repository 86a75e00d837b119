import type { Clock } from "../src/ports/clock.ts";
import type { Log } from "../src/ports/log.ts";
import type { Config } from "./config.ts";
import type { Connector } from "./connector.ts";

interface Environment {
  log: Log;
  clock: Clock;
}

/** The platforms that are set up; the files of the others are not read. */
export async function connectorsOf(_config: Config, _environment: Environment): Promise<Connector[]> {
  return [];
}
