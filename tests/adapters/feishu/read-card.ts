/** Every text that a card or message shows, in its order. */
export function textsOf(content: unknown): string[] {
  if (typeof content === "string") return [content];
  if (Array.isArray(content)) return content.flatMap(textsOf);
  if (typeof content !== "object" || content === null) return [];
  const object = content as Record<string, unknown>;
  if (object.tag === "table") return tableOf(object);
  if (object.tag === "chart") return [];
  return [
    "title",
    "subtitle",
    "content",
    "text",
    "header",
    "body",
    "elements",
    "columns",
    "label",
    "placeholder",
    "options",
  ]
    .filter((key) => key in object)
    .flatMap((key) => textsOf(object[key]));
}

function tableOf({ columns, rows }: Record<string, unknown>): string[] {
  const keys = (columns as { name: string; display_name: string }[]).map(({ name }) => name);
  const labels = (columns as { display_name: string }[]).map(({ display_name }) => display_name);
  return [...labels, ...(rows as Record<string, string>[]).flatMap((row) => keys.map((key) => row[key] ?? ""))];
}

export interface CardButton {
  label: string;
  value: Record<string, unknown>;
}

/** Every button of a card, in its order. */
export function buttonsOf(content: unknown): CardButton[] {
  if (Array.isArray(content)) return content.flatMap(buttonsOf);
  if (typeof content !== "object" || content === null) return [];
  const object = content as Record<string, unknown>;
  if (object.tag !== "button") return Object.values(object).flatMap(buttonsOf);
  const [behavior] = (object.behaviors ?? []) as { value: Record<string, unknown> }[];
  return [{ label: (object.text as { content: string }).content, value: behavior?.value ?? {} }];
}
