import { createMemoryStore, type Memory } from "../../src/store/memory/store.ts";
import { type StoreUnderTest, storeContract } from "../contract/store.ts";
import { storeModel } from "../contract/store-model.ts";

const memory: Memory = new Map();
const underTest: StoreUnderTest = {
  open: async (clock) => createMemoryStore(clock, memory),
  clear: async () => memory.clear(),
};

storeContract("memory", underTest);
storeModel("memory", underTest, 300);
