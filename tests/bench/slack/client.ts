import { Agent, request } from "node:http";
import { SIGNING_SECRET } from "../../slack-fake/server.ts";
import { signed } from "../../slack-fake/signature.ts";

export interface Answered {
  text: string;
  ms: number;
  body: string;
}

/** So many that nobody asks more than the twenty questions a minute that one person may. */
export const USERS = 1500;
let sent = 0;

interface Prepared {
  text: string;
  body: string;
  headers: Record<string, string>;
}

/** A signed `/llmprice` of its own asker and trigger, made before the clock runs. */
export function prepare(text: string, respondUrl: string): Prepared {
  sent++;
  const user = `U${sent % USERS}`;
  const body = new URLSearchParams({
    ...{ command: "/llmprice", text, user_id: user, team_id: "T1", channel_id: "C1", trigger_id: `t${sent}` },
    response_url: respondUrl,
  }).toString();
  const type = "application/x-www-form-urlencoded";
  return {
    text,
    body,
    headers: { "content-type": type, ...signed(SIGNING_SECRET, body, Math.floor(Date.now() / 1000)) },
  };
}

function send(url: string, agent: Agent, { text, body, headers }: Prepared): Promise<Answered> {
  const since = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method: "POST",
      agent,
      headers: { ...headers, "content-length": Buffer.byteLength(body) },
    });
    outgoing.on("error", reject);
    outgoing.on("response", (response) => {
      let answer = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        answer += chunk;
      });
      response.on("end", () => {
        if (response.statusCode !== 200) reject(new Error(`HTTP ${response.statusCode} for ${text}`));
        else resolve({ text, ms: performance.now() - since, body: answer });
      });
    });
    outgoing.end(body);
  });
}

/** All of them, so many at a time. @returns the answers and the whole time */
export async function run(
  url: string,
  all: readonly Prepared[],
  concurrency: number,
): Promise<{ answers: Answered[]; ms: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const answers: Answered[] = [];
  let next = 0;
  const since = performance.now();
  const worker = async () => {
    for (let one = all[next++]; one; one = all[next++]) answers.push(await send(url, agent, one));
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const ms = performance.now() - since;
  agent.destroy();
  return { answers, ms };
}

/** At a steady rate, whatever the answers take. */
export async function atRate(url: string, all: readonly Prepared[], perSecond: number): Promise<Answered[]> {
  const agent = new Agent({ keepAlive: true });
  const since = performance.now();
  const answers: Promise<Answered>[] = [];
  while (answers.length < all.length) {
    const due = Math.min(all.length, Math.floor(((performance.now() - since) * perSecond) / 1000) + 1);
    for (const one of all.slice(answers.length, due)) answers.push(send(url, agent, one));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const done = await Promise.all(answers);
  agent.destroy();
  return done;
}
