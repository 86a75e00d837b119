import type { Language } from "../../query/query.ts";
import { en } from "./en.ts";
import type { Messages } from "./messages.ts";
import { zh } from "./zh.ts";

const LOCALES: Record<Language, Messages> = { en, zh };

/** All that is ever said, in one language. */
export const messagesIn = (language: Language): Messages => LOCALES[language];
