import { z } from "zod";

type Fill = (value: unknown) => void;
type Plain = Record<string, unknown>;

/**
 * What a schema's defaults add to a value that is known to fit it, in place; nothing to do is `undefined`. Records
 * that were checked when they were written need no second check, but their files leave the defaults out.
 */
export function defaultsOf(schema: z.ZodType): Fill | undefined {
  if (schema instanceof z.ZodArray) return ofArray(defaultsOf(schema.element as z.ZodType));
  if (schema instanceof z.ZodObject) return ofObject(schema.shape as Record<string, z.ZodType>);
  if (schema instanceof z.ZodOptional) return defaultsOf(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodDefault ? defaultsOf(schema.unwrap() as z.ZodType) : undefined;
}

function ofArray(each: Fill | undefined): Fill | undefined {
  if (!each) return undefined;
  return (list) => {
    for (const item of list as unknown[]) each(item);
  };
}

function ofObject(shape: Record<string, z.ZodType>): Fill | undefined {
  const fills = Object.entries(shape).flatMap(([key, schema]) => ofKey(key, schema) ?? []);
  if (fills.length === 0) return undefined;
  return (record) => {
    for (const fill of fills) fill(record as Plain);
  };
}

function ofKey(key: string, schema: z.ZodType): ((record: Plain) => void) | undefined {
  const inner = defaultsOf(schema);
  const missing = schema instanceof z.ZodDefault ? schema.def : undefined;
  if (!inner && !missing) return undefined;
  return (record) => {
    const value = record[key];
    if (value === undefined) {
      if (missing) record[key] = structure(missing.defaultValue);
    } else inner?.(value);
  };
}

/** Every record its own list or table, as a schema makes them. */
function structure(value: unknown): unknown {
  if (Array.isArray(value)) return [...value];
  return typeof value === "object" && value !== null ? { ...value } : value;
}
