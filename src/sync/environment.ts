import { z } from "zod";
import { OperatorError } from "../lib/errors.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const DATA = "./data";

/** The folder of the synced catalogs. */
export function dataFolder(env: Environment): string {
  return env.LLMPRICE_DATA || DATA;
}

const Rate = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .refine((rate) => Number(rate) > 0);

/** The operator's own rate in CNY per USD, if one is set. @throws OperatorError `bad_config`. */
export function operatorRate(env: Environment): string | undefined {
  const rate = env.LLMPRICE_FX;
  if (!rate) return undefined;
  if (!Rate.safeParse(rate).success) {
    throw new OperatorError("bad_config", "LLMPRICE_FX is no rate", "write the CNY per USD, such as 7.1");
  }
  return rate;
}
