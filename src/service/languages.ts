import type { Request } from "../ports/core.ts";
import { languageOf } from "../query/language.ts";
import type { Language } from "../query/query.ts";
import { decodeTarget } from "./button-value.ts";

const LETTER = /\p{L}/u;

/** The language of a request's own words, where it has any. */
export function spokenIn(request: Request): Language | undefined {
  switch (request.kind) {
    case "question":
    case "count":
      return LETTER.test(request.text) ? languageOf(request.text) : undefined;
    case "click":
      return ofTarget(request.value);
    case "form":
    case "submit":
    case "home":
    case "greet":
      return undefined;
  }
}

function ofTarget(value: string): Language | undefined {
  const target = decodeTarget(value);
  if (typeof target === "string") return undefined;
  return "q" in target ? target.q.language : target.l;
}
