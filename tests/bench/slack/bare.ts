import type { AddressInfo } from "node:net";
import { App, HTTPReceiver } from "@slack/bolt";
import { BOT_TOKEN, SIGNING_SECRET } from "../../slack-fake/server.ts";
import { answerParent } from "./child.ts";

/** Bolt with one command that acknowledges the same bytes as the bot, and nothing else. */
let bodies: Record<string, object> = {};
process.on("message", (message: { bodies?: Record<string, object> }) => {
  if (message.bodies) bodies = message.bodies;
});
const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET });
const app = new App({ token: BOT_TOKEN, receiver, clientOptions: { slackApiUrl: process.argv[2] ?? "" } });
app.command("/llmprice", async ({ command, ack }) => await ack(bodies[command.text] as never));
const server = await app.start({ port: 0, host: "127.0.0.1" });
answerParent((server.address() as AddressInfo).port, () => 0);
