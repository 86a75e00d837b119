import { mkdtempSync, rmSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { currentVersion } from "../../src/sync/disk/versions.ts";
import type { Limits } from "../../src/sync/net/limits.ts";
import { sync } from "../../src/sync/run.ts";
import { emptyCatalog, list } from "./helpers/catalogs.ts";
import { catalogIn, network, offerIn, PATIENT, sides, sourceAt } from "./helpers/run.ts";
import { type Answer, body, startServer, type TestServer } from "./helpers/server.ts";

const GOOD = list({ openai: { "gpt-4o": { input: 2.5, output: 10 }, o3: { input: 2, output: 8 } } });
const BETTER = list({ openai: { "gpt-4o": { input: 2, output: 8 }, o3: { input: 2, output: 8 } } });

let folder: string;
let embedded: string;
let server: TestServer;
let data: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sync-faults-"));
  embedded = emptyCatalog(join(folder, "embedded"));
  server = await startServer();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  data = mkdtempSync(join(folder, "data-"));
  server.answers.clear();
});
afterEach(() => {
  server.asked.length = 0;
});

async function run(day: string, answer: Answer, limits: Limits = PATIENT, most?: number) {
  server.answers.set("/api.json", answer);
  const source = sourceAt("models-dev", `${server.url}/api.json`);
  const sources = [{ ...source, ...(most && { most }) }];
  return sync({ data, embedded, sources, network: network(day, limits) });
}

const dripping: Answer = (_, response) => {
  response.writeHead(200);
  const drip = setInterval(() => response.write(" "), 10);
  response.on("close", () => clearInterval(drip));
};
const HASTY = { ...PATIENT, wholeMs: 150, silenceMs: 100 };
const send = (status: number, headers: Record<string, string>, text = "") => {
  return (_: unknown, response: ServerResponse) => void response.writeHead(status, headers).end(text);
};

interface Case {
  fault: string;
  answer: Answer;
  says: RegExp;
  /** How often it was tried. */
  tries: number;
  limits?: Limits;
  most?: number;
}

const CASES: Case[] = [
  { fault: "no answer at all", answer: () => undefined, says: /nothing came for 100 ms/, tries: 2, limits: HASTY },
  { fault: "a slow drip", answer: dripping, says: /not done within 150 ms/, tries: 2, limits: HASTY },
  { fault: "status 500", answer: send(500, {}), says: /status 500/, tries: 2 },
  { fault: "status 403", answer: send(403, {}), says: /status 403/, tries: 1 },
  { fault: "status 503 for an hour", answer: send(503, { "retry-after": "3600" }), says: /status 503/, tries: 1 },
  { fault: "truncated JSON", answer: body(BETTER.slice(0, -20)), says: /no whole JSON/, tries: 2 },
  { fault: "a page in place of JSON", answer: body("<!doctype html><p>Sorry"), says: /a web page instead/, tries: 1 },
  { fault: "an over-long body", answer: body(BETTER), says: /longer than 50 bytes/, tries: 1, most: 50 },
  {
    fault: "an over-long body of unknown length",
    answer: (_, response) => {
      response.writeHead(200);
      response.write(BETTER);
      response.end(" ".repeat(1000));
    },
    says: /longer than 300 bytes/,
    tries: 1,
    most: 300,
  },
  { fault: "a redirect loop", answer: send(302, { location: "/api.json" }), says: /more than 3 redirects/, tries: 4 },
  {
    fault: "a redirect to a file",
    answer: send(302, { location: "file:///etc/passwd" }),
    says: /not followed/,
    tries: 1,
  },
  { fault: "another format", answer: body('{"data": []}'), says: /not what models-dev publishes/, tries: 1 },
  { fault: "no usable record", answer: body(list({ openai: {} })), says: /no record of models-dev/, tries: 1 },
  { fault: "a dropped connection", answer: (request) => void request.socket.destroy(), says: /api\.json: ./, tries: 2 },
];

describe("a source that fails", () => {
  it.each(CASES)(
    "with $fault leaves the last good catalog, and is reported",
    async ({ answer, says, tries, limits, most }) => {
      await run("2026-11-01", body(GOOD));
      const version = currentVersion(data);
      server.asked.length = 0;
      const report = await run("2026-11-02", answer, limits, most);
      expect(report.outcomes[0]?.faults.join()).toMatch(says);
      expect(report).not.toHaveProperty("version");
      expect(currentVersion(data)).toBe(version);
      expect(server.asked).toHaveLength(tries);
      expect(sides(offerIn(catalogIn(data, embedded), "openai:gpt-4o").prices[0])).toBe("2.5/10");
    },
  );

  it("writes nothing where nothing is heard and nothing was synced before", async () => {
    expect(await run("2026-11-01", send(404, {}))).toMatchObject({ outcomes: [{ records: 0 }], changes: [] });
    expect(currentVersion(data)).toBeUndefined();
  });

  it("does not keep the others from being heard", async () => {
    server.answers.set("/api.json", body(GOOD));
    server.answers.set("/ecb.xml", send(500, {}));
    const sources = [sourceAt("ecb", `${server.url}/ecb.xml`), sourceAt("models-dev", `${server.url}/api.json`)];
    const report = await sync({ data, embedded, sources, network: network("2026-11-01") });
    expect(report.outcomes.map(({ source, faults }) => [source, faults.length])).toEqual([
      ["ecb", 1],
      ["models-dev", 0],
    ]);
    expect(report.version).toBeDefined();
  });

  it("is asked again, and heard when it answers", async () => {
    let tried = 0;
    const report = await run("2026-11-01", (request, response) => {
      tried += 1;
      (tried === 1 ? send(502, {}) : body(GOOD))(request, response);
    });
    expect(report.outcomes[0]).toMatchObject({ faults: [], records: 2 });
  });
});

describe("a record of wrong types", () => {
  it("is reported alone, and the others go on", async () => {
    await run("2026-11-01", body(GOOD));
    const wrong = JSON.parse(BETTER);
    wrong.openai.models.o3.cost = { input: "two", output: { amount: 8 } };
    const report = await run("2026-11-02", body(JSON.stringify(wrong)));
    expect(report.outcomes[0]?.rejected).toMatchObject([
      { where: "openai o3", why: expect.stringMatching(/cost\.input/) },
    ]);
    const catalog = catalogIn(data, embedded);
    expect(sides(offerIn(catalog, "openai:gpt-4o").prices[0])).toBe("2/8");
    expect(sides(offerIn(catalog, "openai:o3").prices[0])).toBe("2/8");
    expect(offerIn(catalog, "openai:o3").gone).toBeUndefined();
  });
});

describe("what has not changed", () => {
  it("is not sent again where the server knows it, and changes nothing", async () => {
    await run("2026-11-01", body(GOOD, '"one"'));
    const version = currentVersion(data);
    const report = await run("2026-11-02", body(GOOD, '"one"'));
    expect(server.last["if-none-match"]).toBe('"one"');
    expect(report.outcomes[0]).toMatchObject({ unchanged: 1, fetched: 0, records: 2 });
    expect(report.changes).toEqual([]);
    expect(currentVersion(data)).toBe(version);
  });

  it("changes nothing where the server sends it again", async () => {
    await run("2026-11-01", body(GOOD));
    const version = currentVersion(data);
    expect(await run("2026-11-09", body(GOOD))).not.toHaveProperty("version");
    expect(currentVersion(data)).toBe(version);
  });

  it("is not written in a dry run", async () => {
    server.answers.set("/api.json", body(GOOD));
    const sources = [sourceAt("models-dev", `${server.url}/api.json`)];
    const report = await sync({ data, embedded, sources, network: network("2026-11-01"), dryRun: true });
    expect(report.changes).toHaveLength(2);
    expect(currentVersion(data)).toBeUndefined();
  });
});
