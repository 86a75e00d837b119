import { createRequire } from "node:module";

/** Loads a package when it is needed first: what few questions need must not slow the start of all. */
export const require = createRequire(import.meta.url);
