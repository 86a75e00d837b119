import { readFile } from "node:fs/promises";
import { register } from "node:module";
import { isMainThread } from "node:worker_threads";
import { transform } from "@swc/core";

// `node --import` of this file lets a child process run TypeScript as it stands, without a build.
if (isMainThread) register(import.meta.url);

export async function load(url, context, nextLoad) {
  if (!url.endsWith(".ts")) return nextLoad(url, context);
  const source = await readFile(new URL(url), "utf8");
  const { code } = await transform(source, {
    configFile: false,
    swcrc: false,
    jsc: { parser: { syntax: "typescript" }, target: "es2022", experimental: { keepImportAttributes: true } },
    module: { type: "es6" },
  });
  return { format: "module", source: code, shortCircuit: true };
}
