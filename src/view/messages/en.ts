import { assumed } from "./en/assumed.ts";
import { digest } from "./en/digest.ts";
import { edition } from "./en/edition.ts";
import { help } from "./en/help.ts";
import { many, notes } from "./en/notes.ts";
import { said } from "./en/said.ts";
import { clarify, facts, lines, titles } from "./en/sentences.ts";
import { count, forms, home, settings, talk } from "./en/service.ts";
import {
  actions,
  columns,
  fields,
  figures,
  kinds,
  moves,
  origins,
  providerKinds,
  sellers,
  sites,
  states,
  statuses,
  units,
} from "./en/terms.ts";
import { watch } from "./en/watch.ts";
import { subUnits, words } from "./en/words.ts";
import type { Messages } from "./messages.ts";

export const en = {
  words,
  units,
  subUnits,
  fields,
  columns,
  states,
  statuses,
  origins,
  providerKinds,
  sites,
  sellers,
  moves,
  kinds,
  figures,
  lines,
  said,
  titles,
  facts,
  notes,
  many,
  assumed,
  actions,
  clarify,
  help,
  edition,
  digest,
  watch,
  talk,
  settings,
  home,
  count,
  forms,
} satisfies Messages as Messages;
