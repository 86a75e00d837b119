import type { Model } from "../../catalog/schema.ts";
import type { Element } from "./elements.ts";
import type { Hit, Matcher } from "./matcher.ts";
import type { ModelIndex } from "./model-index.ts";
import type { Spelling } from "./spelling.ts";

/** What stands in a text, before anything is lent from one place to another. */
export type Find =
  | ({ kind: "name"; lent?: true; weak?: true } & Hit)
  /** Words of a name of which several models bear them all. */
  | {
      kind: "several";
      start: number;
      end: number;
      atoms: readonly string[];
      models: readonly Model[];
      edits: number;
    }
  /** A family with a version or variant that no model of it has. */
  | {
      kind: "unknown";
      start: number;
      end: number;
      atoms: readonly string[];
      edits: number;
    }
  /** A version or variant without its family. */
  | {
      kind: "part";
      start: number;
      end: number;
      atoms: readonly string[];
      headless: Hit["headless"];
      headlessEnd: number;
      edits: number;
    }
  | {
      kind: "company";
      start: number;
      end: number;
      lab?: string | undefined;
      provider?: string | undefined;
      edits: number;
    };

/** A text with all that is needed to find names in it. */
export interface Scene {
  elements: readonly Element[];
  index: ModelIndex;
  matcher: Matcher;
  spelling: Spelling;
}
