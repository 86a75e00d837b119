import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Which folder may import which; anything else is a violation. One row a folder, arrows point down the list. */
const MAY_IMPORT: Record<string, string[]> = {
  "src/lib": [],
  "src/catalog": ["src/lib"],
  "src/import": ["src/lib", "src/catalog"],
  "src/query": ["src/lib", "src/catalog"],
  "src/answer": ["src/lib", "src/catalog", "src/query"],
  "src/view": ["src/lib", "src/catalog", "src/query", "src/answer"],
  "src/bot": ["src/lib", "src/catalog", "src/query", "src/answer", "src/view"],
  "src/ports": ["src/lib", "src/catalog", "src/query", "src/answer", "src/view"],
  "src/sync": ["src/lib", "src/catalog", "src/import", "src/ports"],
  "src/store": ["src/lib", "src/catalog", "src/query", "src/ports"],
  "src/delivery": ["src/lib", "src/ports", "src/view"],
  "src/digest": ["src/lib", "src/catalog", "src/query", "src/answer", "src/view", "src/ports"],
  "src/service": [
    ...["src/lib", "src/catalog", "src/query", "src/answer", "src/view"],
    ...["src/ports", "src/bot", "src/delivery", "src/digest"],
  ],
  "adapters/terminal": ["src/bot", "src/ports", "src/view", "src/lib", "adapters/bot"],
  "adapters/slack": ["src/ports", "src/view", "src/lib"],
  "adapters/feishu": ["src/ports", "src/view", "src/lib"],
};

const rules = [
  { name: "no-cycles", severity: "error" as const, from: {}, to: { circular: true } },
  ...Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
    name: `${folder} may import only ${["itself", ...allowed].join(", ")}`,
    severity: "error" as const,
    from: { path: `^${folder}/` },
    to: { path: "^(src|adapters|tests)/", pathNot: [folder, ...allowed].map((path) => `^${path}/`) },
  })),
];

async function violations(roots: string[]): Promise<{ modules: number; found: string[] }> {
  const { output } = await cruise(roots, {
    ruleSet: { forbidden: rules },
    validate: true,
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    parser: "swc",
  });
  const { modules, summary } = output as ICruiseResult;
  return {
    modules: modules.filter(({ source }) => /^(src|adapters)\/.*\.ts$/.test(source)).length,
    found: summary.violations.map(({ from, to, rule }) => `${from} -> ${to}: ${rule.name}`),
  };
}

const sourceFiles = (folder: string) =>
  readdirSync(folder, { recursive: true }).filter((file) => String(file).endsWith(".ts")).length;

/** Words that people type are data, whatever they name. */
const WORDS_OF_PEOPLE = "src/query/locales/";
const PLATFORMS = /slack|feishu|飞书|\blark\b/i;

describe("the core", () => {
  it("knows no platform by its name", () => {
    const files = readdirSync("src", { recursive: true })
      .map((file) => join("src", String(file)))
      .filter((file) => file.endsWith(".ts") && !file.startsWith(WORDS_OF_PEOPLE));
    expect(files.length).toBeGreaterThan(200);
    expect(files.filter((file) => PLATFORMS.test(readFileSync(file, "utf8")))).toEqual([]);
  });
});

describe("the boundaries between folders", () => {
  it("hold, and every source file was looked at", async () => {
    const { modules, found } = await violations(["src", "adapters"]);
    expect(found).toEqual([]);
    expect(modules).toBe(sourceFiles("src") + sourceFiles("adapters"));
  });

  describe("with a planted violation", () => {
    let folder = "";
    beforeAll(() => {
      mkdirSync("src/lib", { recursive: true });
      folder = mkdtempSync(join("src/lib", "planted-"));
      writeFileSync(
        join(folder, "up.ts"),
        'import type { Query } from "../../query/query.ts";\nexport type Up = Query;\n',
      );
      writeFileSync(join(folder, "a.ts"), 'import type { B } from "./b.ts";\nexport type A = B;\n');
      writeFileSync(join(folder, "b.ts"), 'import type { A } from "./a.ts";\nexport type B = A;\n');
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it("fails and names both files", async () => {
      const { found } = await violations([folder]);
      expect(found.join("\n")).toContain("up.ts -> src/query/query.ts");
      expect(found.join("\n")).toContain("no-cycles");
    });
  });
});
