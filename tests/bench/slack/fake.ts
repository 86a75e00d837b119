import { FakeSlack } from "../../slack-fake/server.ts";

/** Slack in a process of its own, so that what it takes is nobody's measured time. */
const fake = new FakeSlack();
await fake.start();
process.once("disconnect", () => process.exit());
process.send?.({ apiUrl: fake.apiUrl, sink: fake.urlOf("bench") });
