import { App, HTTPReceiver } from "@slack/bolt";
import { BOT_TOKEN, SIGNING_SECRET } from "../../slack-fake/server.ts";

/** The smallest Bolt app: the address of the API, then its port. */
const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET });
const app = new App({ token: BOT_TOKEN, receiver, clientOptions: { slackApiUrl: process.argv[2] ?? "" } });
app.command("/llmprice", async ({ ack }) => await ack("hello"));
await app.start({ port: Number(process.argv[3]), host: "127.0.0.1" });
