import type { Content } from "../../src/ports/core.ts";
import { editionText } from "../../src/view/edition/to-text.ts";
import { toText } from "../../src/view/to-text.ts";

/** Any content as plain text. */
export function contentText(content: Content): string {
  switch (content.kind) {
    case "answer":
      return toText(content.view);
    case "notice":
      return content.text;
    case "faults":
      return Object.entries(content.faults)
        .map(([field, what]) => `${field}: ${what}`)
        .join("\n");
    case "form":
      return [content.form.title, ...content.form.fields.map(({ label }) => label)].join("\n");
    case "home": {
      const { title, intro, examplesTitle, examples, sections, freshness } = content.home;
      const lines = sections.flatMap((section) => [section.title, ...section.lines]);
      return [title, ...intro, examplesTitle, ...examples.map(({ label }) => label), ...lines, freshness].join("\n");
    }
    case "edition":
      return editionText(content.edition);
  }
}
