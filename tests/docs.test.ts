import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const readme = readFileSync("README.md", "utf8");
const scripts = Object.keys(JSON.parse(readFileSync("package.json", "utf8")).scripts);
const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const found = (pattern: RegExp) => [...new Set([...readme.matchAll(pattern)].map((match) => match[1] ?? ""))];

describe("the README", () => {
  it.each(found(/`((?:src|adapters|catalog|tests|\.ci)\/[\w./-]*)`/g))("names a path that exists: %s", (path) => {
    expect(existsSync(path)).toBe(true);
  });

  it.each(found(/npm run (?:--silent )?([\w:]+)/g))("names a script that exists: %s", (script) => {
    expect(scripts).toContain(script);
  });

  it("has a row for every dependency, and none for what is not one", () => {
    const rows = found(/^\| `([a-z@][@\w./-]*)` \|/gm);
    expect(rows.sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
  });

  it("gives the two commands that CI runs", () => {
    expect(readme).toContain("npm ci && npm start");
    expect(readme).toContain("npm ci && npm test");
    expect(readFileSync(".ci/run", "utf8")).toContain("npm ci && npm test");
  });
});
