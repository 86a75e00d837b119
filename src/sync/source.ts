import type { Extract, SourceParser } from "../import/fact.ts";

/**
 * One place that prices come from: where to fetch, how to parse, how to translate. Network, time-outs, retries, size
 * caps, conditional requests and the report are the runner's.
 */
export interface LiveSource {
  /** The id in the catalog's list of sources. */
  readonly id: string;
  /** Where it is published; `{part}` stands for each of its parts. An operator may name a mirror. */
  readonly url: string;
  /** The names of its files, where it has several. */
  readonly parts?: readonly string[];
  readonly format: "json" | "xml";
  /** Longer bodies are refused, in bytes. */
  readonly most: number;
  /** Fetched unless switched off; where false, only when switched on. */
  readonly byDefault: boolean;
  readonly parser: SourceParser;
  /** What has to be put right before its words can be weighed with others'. */
  translate?(extract: Extract): Extract;
}

const MB = 1_000_000;

/** A size in bytes. */
export function megabytes(count: number): number {
  return count * MB;
}
