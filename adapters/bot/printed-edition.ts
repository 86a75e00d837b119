import { parseArgs } from "node:util";
import { z } from "zod";
import type { Bot } from "../../src/bot/bot.ts";
import { eventsBetween } from "../../src/catalog/events-between.ts";
import { Day } from "../../src/catalog/schema.ts";
import { createMaker } from "../../src/digest/maker.ts";
import { isTimezone } from "../../src/digest/schedule.ts";
import type { Wish } from "../../src/digest/wish.ts";
import { OperatorError } from "../../src/lib/errors.ts";
import { editionText } from "../../src/view/edition/to-text.ts";
import type { Edition } from "../../src/view/edition.ts";

const USAGE = `usage: npm run digest -- --from YYYY-MM-DD --to YYYY-MM-DD [--language en|zh]
         [--format text|slack|feishu] [--only "chinese, only cuts"] [--timezone Asia/Shanghai]`;
const Arguments = z.object({
  from: Day,
  to: Day,
  language: z.enum(["en", "zh"]),
  format: z.enum(["text", "slack", "feishu"]),
  timezone: z.string().refine(isTimezone, "is no time zone"),
  only: z.string().optional(),
});
type Arguments = z.infer<typeof Arguments>;

function argumentsOf(argv: readonly string[]): Arguments {
  const bad = (what: string) => new OperatorError("bad_arguments", what, USAGE);
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        ...{ from: { type: "string" }, to: { type: "string" }, only: { type: "string" } },
        language: { type: "string", default: "en" },
        format: { type: "string", default: "text" },
        timezone: { type: "string", default: "UTC" },
      },
    });
    const read = Arguments.safeParse(values);
    if (read.data && read.data.from <= read.data.to) return read.data;
    const [issue] = read.error?.issues ?? [];
    throw bad(issue ? `--${String(issue.path[0])} ${issue.message}` : "--from lies after --to");
  } catch (error) {
    throw error instanceof OperatorError ? error : bad(error instanceof Error ? error.message : String(error));
  }
}

/** Filters and sections in words, as somebody would say them to the bot. */
function wishOf(bot: Bot, { only }: Arguments, now: Date): Wish {
  if (only === undefined) return { name: "digest", action: "now" };
  const { command, unread } = bot.ask(`weekly digest on, ${only}`, now).query;
  const [wish] = [command].flat();
  if (wish?.name === "digest" && !unread && (wish.filters || wish.sections)) return wish;
  throw new OperatorError("bad_arguments", `--only "${only}" is not understood`, 'such as "chinese, only cuts"');
}

/** The edition of a period by the catalog's history, whoever accepted what when. */
async function editionOf(bot: Bot, args: Arguments): Promise<Edition> {
  const { from, to, language, timezone } = args;
  const end = new Date(`${to}T23:59:59.999Z`);
  const { catalog } = bot;
  const news = {
    known: () => end,
    between: () => eventsBetween(catalog, from, to, { now: to, by: "news", routers: true }),
    key: () => "",
  };
  const maker = createMaker({ catalog: () => catalog, news, failed: () => [] });
  const order = { wish: wishOf(bot, args, end), language, timezone, from: new Date(`${from}T00:00:00Z`), to: end };
  return (await maker.make(order)).edition;
}

async function drawn(edition: Edition, format: Arguments["format"]): Promise<string> {
  const content = { kind: "edition" as const, edition };
  if (format === "slack") {
    const { render } = await import("../slack/render.ts");
    return JSON.stringify(render(content, "chart"), null, 1);
  }
  if (format === "feishu") {
    const { render } = await import("../feishu/render.ts");
    return JSON.stringify(render(content), null, 1);
  }
  return editionText(edition);
}

/**
 * The edition of any period, as text or as a platform draws it.
 * @throws OperatorError `bad_arguments`
 */
export async function printedEdition(argv: readonly string[], openBot: () => Bot): Promise<string> {
  const args = argumentsOf(argv);
  return drawn(await editionOf(openBot(), args), args.format);
}
