import type { Price } from "../../catalog/schema.ts";
import type { PlacedPrice } from "./placed.ts";

/** A stretch of the timeline: the fact that began it and those that repeated it later. */
export interface Entry {
  fact: PlacedPrice;
  confirmed: PlacedPrice[];
  kind: Price["kind"];
}
