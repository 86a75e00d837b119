import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Trap = readonly [section: string, trap: string, guarded: { by: string; test: string } | { notUsed: string }];

const by = (file: string, test: string) => ({ by: file, test });
const notUsed = (why: string) => ({ notUsed: why });

/** Every trap of the platform notes of 2026-11, with the test that fails when its guard is taken out. */
const TRAPS: readonly Trap[] = [
  ["1 ack", "no acknowledgement within 3 s is a 404", by("with-ack", "is announced after 1.5 seconds")],
  ["1 ack", "a command that no listener matches times out", by("guards", "a command of any name is acknowledged")],
  ["1 ack", "a fault before the acknowledgement is a 500 or worse", by("with-ack", "is said in the asker's language")],
  ["1 ack", "an acknowledgement that fails must not throw", by("with-ack", "of the acknowledgement itself is logged")],
  [
    "1 ack",
    "events are acknowledged before anybody looked",
    by("transport", "is acknowledged only once it is claimed"),
  ],
  ["1 ack", "app_mention and message fire for one mention", by("events", "a mention beside a message")],
  ["1 ack", "the bot's own messages come back", by("events", '["itself"')],
  ["1 startup", "a bad token ends the process", by("transport", "with a bad %s token is refused")],
  ["1 startup", "one auth.test a request", by("guards", "one auth.test a start")],
  ["1 client", "ten retries post twice", by("failure", "is tried once and means")],
  ["1 client", "no time-out", by("failure", "bound every call")],
  ["1 client", "one 429 holds the whole queue", by("delivery", "429 holds the one channel")],
  ["1 client", "Socket Mode writes its retries into shared options", by("guards", "one post over Socket Mode too")],
  ["1 client", "pools of clients grow under token rotation", notUsed("one token, no rotation")],
  ["1 receivers", "Socket Mode's HTTP server listens on all interfaces", by("transport", "opens no port of its own")],
  [
    "1 receivers",
    "a stop does not wait for work after the acknowledgement",
    by("transport", "takes nothing new and lets"),
  ],
  ["1 receivers", "a stop hangs", by("transport", "waits no longer than its deadline")],
  ["1 receivers", "a socket's stop does not wait", by("transport", "closes its sockets")],
  ["1 receivers", "Lambda and Express", notUsed("HTTPReceiver and SocketModeReceiver only")],
  ["1 signature", "timestamps of the future are accepted", by("transport", "a timestamp too far ahead")],
  ["1 signature", "stale or forged requests", by("transport", "a bad signature")],
  ["1 signature", "ssl_check is not signed", by("guards", "an unsigned check of the connection")],
  ["1 signature", "the address is checked", by("transport", "answers Slack's check of the address")],
  ["1 retries", "nothing dedupes", by("events", "whatever is delivered again")],
  ["1 retries", "one message under several event ids", by("events", "the same message under another id")],
  ["1 retries", "across a restart", by("events", "across a restart")],
  [
    "1 oauth",
    "installation stores, state cookies, org installs",
    notUsed("one workspace, its token in the environment"),
  ],
  ["1 socket", "five seconds without a socket at each refresh", by("transport", "keeps two connections")],
  ["1 socket", "a reconnect that fails ends the process", by("guards", "a connection that does not come back")],
  ["1 socket", "the same envelope twice", by("transport", "answers an envelope that comes twice once")],
  ["1 assistant", "the Assistant class serves the old view", by("events", "greets once in the messages tab")],
  ["1 assistant", "streaming", notUsed("answers are ready at once")],
  ["2 blocks", "charts and tables in modals and homes", by("render.property", "fits into App Home")],
  ["2 blocks", "limits of every block", by("render.property", "fits into a message on every rung")],
  ["2 blocks", "empty cells, one row, unequal rows", by("render.property", '"empty cells"')],
  ["2 blocks", "charts beyond their series, categories, labels", by("render.property", '"chart categories"')],
  ["2 blocks", "about 13,200 characters over all blocks", by("render.property", '"text of blocks"')],
  ["2 blocks", "no top-level text", by("render.property", "fits into a message on every rung")],
  ["2 blocks", "a workspace has no charts or tables yet", by("delivery", "takes the message one rung down")],
  ["2 blocks", "what was refused stands in the answer", by("delivery", "of any kind leaves the text")],
  ["2 blocks", "an acknowledgement's refusal is silent", by("commands", "in blocks that every workspace takes")],
  ["2 blocks", "card, carousel, container, markdown, image, video, plan, alert, file", notUsed("not drawn")],
  ["2 blocks", "blocks.validate", notUsed("the limits are our own")],
  ["2 blocks", "an overflow menu carries 75 characters", by("clicks", "the last one opens the rest")],
  [
    "3 command",
    "five uses of a response_url in 30 minutes",
    by("delivery", "a response_url is used five times at most"),
  ],
  ["3 command", "no commands in threads", by("events", "a mention inside a thread")],
  ["3 command", "should_escape", by("inbound", "what a person typed")],
  ["3 modal", "a trigger lives three seconds", by("forms", "opens within the life of a trigger")],
  ["3 modal", "a form is sent again from the same view", by("forms", "works for a submission after a fault")],
  ["3 metadata", "uncertain posts", by("delivery", "an uncertain post (%s) comes out once")],
  ["3 metadata", "reading conversations is rate limited", by("guards", "conversations are read only after")],
  ["3 metadata", "no scope to read", by("delivery", "an uncertain post is not repeated")],
  ["3 unfurl", "links of answers unfold", by("events", "a mention, in its thread")],
  ["3 unfurl", "link_shared, Work Objects", notUsed("no public price page")],
  ["3 files", "filesUploadV2, slack_file", notUsed("native tables and charts")],
  ["3 schedule", "chat.scheduleMessage", notUsed("the outbox sends")],
  ["3 mrkdwn", "what people type comes alive", by("commands", "brings nothing that people typed to life")],
  ["3 mrkdwn", "any text", by("render.property", "is inert after escaping")],
  ["3 manifest", "lengths", by("manifest", "keeps within the lengths")],
  ["3 cli", "hooks", by("manifest", "tell the hooks and the manifest")],
  ["6 log", "tokens and messages in Bolt's remarks", by("guards", "its remarks that may quote tokens")],
  ["6 lambda", "frozen after the acknowledgement", notUsed("one long-lived process")],
];

describe("the traps of the platform notes", () => {
  it.each(TRAPS.flatMap(([section, trap, guarded]) => ("by" in guarded ? [[section, trap, guarded] as const] : [])))(
    "%s: %s has a test",
    (_, __, { by: file, test }) => {
      expect(readFileSync(`tests/adapters/slack/${file}.test.ts`, "utf8")).toContain(test);
    },
  );

  it("that are not used are not: none of their names is called", () => {
    const unused = [
      "AwsLambdaReceiver",
      "ExpressReceiver",
      "installationStore",
      "Assistant(",
      "sayStream",
      "filesUploadV2",
      "scheduleMessage",
      "chat.unfurl",
      "blocks.validate",
    ];
    const files = ["wire", "receivers", "deliver", "handlers", "index", "respond"].map((name) =>
      readFileSync(`adapters/slack/${name}.ts`, "utf8"),
    );
    expect(unused.filter((name) => files.some((text) => text.includes(name)))).toEqual([]);
    expect(TRAPS.filter(([, , guarded]) => "notUsed" in guarded).length).toBeGreaterThan(5);
  });
});
