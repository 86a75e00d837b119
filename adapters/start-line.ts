import type { Config, Setup } from "./config.ts";
import type { Serving } from "./serve.ts";

/** The platforms as people call them. */
const NAMES = { slack: "Slack", feishu: "Feishu" } as const;
type Name = keyof typeof NAMES;

/** One line for the operator: what is connected and how, and what the others lack. */
export function startLine(config: Pick<Config, Name>, serving?: Pick<Serving, "failed" | "port">): string {
  const parts = (Object.keys(NAMES) as Name[]).map((name) => said(name, config[name], serving?.failed.get(name)));
  const connected = [
    ...(serving ? [] : ["connected to this terminal"]),
    ...parts.flatMap(({ connected: one }) => one ?? []),
  ];
  const missing = parts.flatMap(({ missing: one }) => one ?? []);
  const port = serving?.port === undefined ? [] : [`listening on port ${serving.port}`];
  return `llmprice: ${[...connected, ...port, ...missing].join("; ")}.`;
}

function said(name: Name, setup: Setup<unknown>, failed: string | undefined): { connected?: string; missing?: string } {
  const shown = NAMES[name];
  if (failed !== undefined) return { missing: `${shown} is not connected: ${failed}` };
  switch (setup.kind) {
    case "ready":
      return { connected: `connected to ${shown} (${setup.how})` };
    case "off":
      return { missing: `${shown} is not set up: set ${setup.missing}` };
    case "faulty":
      return { missing: `${shown} is not connected: ${setup.faults.join(", ")}` };
  }
}
