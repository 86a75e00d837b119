const BRACKETED = /<([^<>]*)>/g;
const MAIL = /^mailto:/;
const ENTITIES: readonly (readonly [RegExp, string])[] = [
  [/&lt;/g, "<"],
  [/&gt;/g, ">"],
  [/&amp;/g, "&"],
];

/**
 * What a person typed, from what Slack makes of it: links are their label, people their name where Slack gives it,
 * the bot's own name is gone, `&lt;` is `<` again.
 */
export function decode(text: string, self?: string): string {
  let typed = text.replace(BRACKETED, (_, inside: string) => written(inside, self));
  for (const [entity, character] of ENTITIES) typed = typed.replace(entity, character);
  return typed.trim();
}

function written(inside: string, self: string | undefined): string {
  const bar = inside.indexOf("|");
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? "" : inside.slice(bar + 1);
  if (target.startsWith("@")) return target.slice(1) === self ? " " : label;
  if (target.startsWith("#")) return label === "" ? "" : `#${label}`;
  if (target.startsWith("!")) return label;
  return label || target.replace(MAIL, "");
}
