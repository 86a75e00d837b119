import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { weekly } from "../../sync/helpers/weekly.ts";

/** Serves saved copies as the sources publish them, from a process of its own. Prints its port. */
const FIXTURES = join(import.meta.dirname, "../../fixtures/import");
const folder = process.argv[2];

/** Path → the file in a folder of whole snapshots, and the smaller one that comes with the tests. */
const FILES: Record<string, string[]> = {
  "/models-dev.json": ["models-dev.api.json"],
  "/genai-prices.json": ["published/genai-prices.v2.data.json", "genai-prices.v2.data.json"],
  "/litellm.json": ["published/litellm.sample.json", "litellm.sample.json"],
  "/ecb.xml": ["published/eurofxref-daily.xml", "eurofxref-daily.xml"],
};

function textOf(path: string): string | undefined {
  const part = /^\/portkey\/([a-z-]+\.json)$/.exec(path)?.[1];
  const names = part ? [`published/portkey/${part}`, `portkey/${part}`] : (FILES[path] ?? []);
  const found = names
    .flatMap((name) => [...(folder ? [join(folder, name)] : []), join(FIXTURES, name)])
    .find((file) => existsSync(file));
  if (found) return readFileSync(found, "utf8");
  return path === "/models-dev.json" ? weekly("2026-07-01") : undefined;
}

const server = createServer((request, response) => {
  const text = textOf(request.url ?? "");
  if (text === undefined) response.writeHead(404).end();
  else response.writeHead(200).end(text);
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
