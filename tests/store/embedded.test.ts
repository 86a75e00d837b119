import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openEmbeddedStore } from "../../src/store/embedded/store.ts";
import { type StoreUnderTest, storeContract } from "../contract/store.ts";
import { storeModel } from "../contract/store-model.ts";

const folder = mkdtempSync(join(tmpdir(), "llmprice-store-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const underTest: StoreUnderTest = {
  open: (clock) => openEmbeddedStore(folder, clock),
  clear: async () => rmSync(folder, { recursive: true, force: true }),
};

storeContract("embedded", underTest);
storeModel("embedded", underTest, 30);
