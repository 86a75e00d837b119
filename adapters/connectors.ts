import type { Clock } from "../src/ports/clock.ts";
import type { Log } from "../src/ports/log.ts";
import type { Config } from "./config.ts";
import type { Connector } from "./connector.ts";

interface Environment {
  log: Log;
  clock: Clock;
}

/** The platforms that are set up; the files of the others are not read. */
export async function connectorsOf({ slack, feishu }: Config, environment: Environment): Promise<Connector[]> {
  const connectors: Connector[] = [];
  if (slack.kind === "ready") {
    const { createSlack } = await import("./slack/index.ts");
    connectors.push(createSlack(slack.options, environment));
  }
  if (feishu.kind === "ready") {
    const { createFeishu } = await import("./feishu/index.ts");
    connectors.push(createFeishu(feishu.options, environment));
  }
  return connectors;
}
