import type { Messages } from "./messages.ts";
import { assumed } from "./zh/assumed.ts";
import { digest } from "./zh/digest.ts";
import { edition } from "./zh/edition.ts";
import { help } from "./zh/help.ts";
import { many, notes } from "./zh/notes.ts";
import { said } from "./zh/said.ts";
import { clarify, facts, lines, titles } from "./zh/sentences.ts";
import { count, forms, home, settings, talk } from "./zh/service.ts";
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
} from "./zh/terms.ts";
import { watch } from "./zh/watch.ts";
import { subUnits, words } from "./zh/words.ts";

export const zh = {
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
