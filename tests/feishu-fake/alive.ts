/** Where a card or message would let text come alive: every text that is not plain, and every tag in a text message. */
export function aliveIn(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => aliveIn(item, `${path}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  const object = value as Record<string, unknown>;
  const here = [
    ...(MARKED.has(String(object.tag)) ? [`${path} is ${String(object.tag)}`] : []),
    ...(object.tag === undefined && MARKED.has(String(object.data_type))
      ? [`${path} is ${String(object.data_type)}`]
      : []),
    ...("open_url" in object || object.type === "open_url" ? [`${path} opens a link`] : []),
  ];
  return [...here, ...Object.entries(object).flatMap(([key, item]) => aliveIn(item, `${path}.${key}`))];
}
const MARKED = new Set(["markdown", "lark_md", "img", "person", "person_list", "persons"]);

/** Tags, links and styles of a message of type `text` (5). */
export const aliveInText = (text: string): string[] => text.match(/<\/?\s*[a-z]|\]\(/gi) ?? [];
