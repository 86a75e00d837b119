import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: ".",
    setupFiles: ["tests/setup.ts"],
    include: ["tests/**/*.test.ts"],
    testTimeout: 60_000,
    pool: "threads",
  },
});
