import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { FakeSlack } from "../../slack-fake/server.ts";

/** Slack in a process of its own, so that what it takes is nobody's measured time; its response URL takes everything. */
const fake = new FakeSlack();
await fake.start();
const sink = createServer((request, response) => {
  request.resume();
  request.on("end", () => response.end("ok"));
});
await new Promise<void>((resolve) => sink.listen(0, "127.0.0.1", resolve));
process.once("disconnect", () => process.exit());
const { port } = sink.address() as AddressInfo;
process.send?.({ apiUrl: fake.apiUrl, sink: `http://127.0.0.1:${port}/` });
