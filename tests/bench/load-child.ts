import { join } from "node:path";
import { loadCatalog } from "../../src/catalog/load.ts";
import { projectRoot } from "../../src/lib/root.ts";

/** What loading took in a process that does nothing else. */
export interface LoadFigures {
  milliseconds: number;
  /** Resident memory after loading, in MB of 10⁶ bytes. */
  memory: number;
  offers: number;
}

const start = performance.now();
const catalog = loadCatalog(join(projectRoot(), "catalog"));
const figures: LoadFigures = {
  milliseconds: performance.now() - start,
  memory: process.memoryUsage.rss() / 1e6,
  offers: catalog.offers.length,
};
process.stdout.write(JSON.stringify(figures));
