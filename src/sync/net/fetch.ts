import type { Clock } from "../../ports/clock.ts";
import { Fault } from "./fault.ts";
import type { Limits } from "./limits.ts";

/** What is asked for: an address, and the marks of the copy that is there already. */
export interface Wanted {
  url: string;
  /** The longest body that is taken, in bytes. */
  most: number;
  etag?: string;
  lastModified?: string;
}

export type Got = "unchanged" | { text: string; etag?: string; lastModified?: string };

const AGENT = "llmprice";
const TOO_MANY = 429;
const NOT_MODIFIED = 304;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MS = 1000;

/** One try. @throws Fault */
export async function fetchOnce(wanted: Wanted, limits: Limits, clock: Clock): Promise<Got> {
  const watch = createWatch(clock, limits);
  try {
    const response = await follow(wanted, limits, watch);
    if (response.status === NOT_MODIFIED && (wanted.etag ?? wanted.lastModified) !== undefined) return "unchanged";
    if (response.status !== 200) throw statusFault(response, clock);
    const text = await bodyOf(response, wanted.most, watch);
    const [etag, lastModified] = [response.headers.get("etag"), response.headers.get("last-modified")];
    return { text, ...(etag && { etag }), ...(lastModified && { lastModified }) };
  } catch (error) {
    throw watch.fault() ?? (error instanceof Fault ? error : networkFault(error));
  } finally {
    watch.end();
  }
}

async function follow(wanted: Wanted, limits: Limits, watch: Watch): Promise<Response> {
  let url = new URL(wanted.url);
  for (let hops = 0; hops <= limits.redirects; hops += 1) {
    const response = await fetch(url, { headers: headersFor(wanted), redirect: "manual", signal: watch.signal });
    watch.heard();
    if (!REDIRECTS.has(response.status)) return response;
    await response.body?.cancel();
    const next = new URL(response.headers.get("location") ?? "", url);
    const isSafe = next.protocol === "https:" || (next.protocol === "http:" && url.protocol === "http:");
    if (!isSafe) throw new Fault("redirects", `redirected to ${next.protocol}//, which is not followed`, false);
    url = next;
  }
  throw new Fault("redirects", `more than ${limits.redirects} redirects`, false);
}

function headersFor({ etag, lastModified }: Wanted): Record<string, string> {
  return {
    "user-agent": AGENT,
    accept: "application/json, application/xml;q=0.9, */*;q=0.5",
    ...(etag && { "if-none-match": etag }),
    ...(lastModified && { "if-modified-since": lastModified }),
  };
}

/** The body, not longer than allowed, whatever its header says. */
async function bodyOf(response: Response, most: number, watch: Watch): Promise<string> {
  const tooLong = () => new Fault("too_long", `the answer is longer than ${most} bytes`, false);
  if (Number(response.headers.get("content-length") ?? 0) > most) throw tooLong();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    watch.heard();
    length += piece.length;
    if (length > most) throw tooLong();
    pieces.push(piece);
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
}

function statusFault(response: Response, clock: Clock): Fault {
  const { status } = response;
  const isPassing = status >= 500 || status === TOO_MANY || status === 408;
  return new Fault(
    "status",
    `answered with status ${status}`,
    isPassing,
    pauseOf(response.headers.get("retry-after"), clock),
  );
}

/** A pause in seconds, or up to a time. */
function pauseOf(header: string | null, clock: Clock): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const pause = Number.isNaN(seconds) ? Date.parse(header) - clock.now().getTime() : seconds * MS;
  return Number.isFinite(pause) && pause > 0 ? pause : undefined;
}

function networkFault(error: unknown): Fault {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return new Fault("network", cause instanceof Error ? cause.message || cause.name : String(cause), true);
}

interface Watch {
  signal: AbortSignal;
  /** Something has come: the silence begins anew. */
  heard(): void;
  /** Why it was cut off, if it was. */
  fault(): Fault | undefined;
  end(): void;
}

/** Cuts a request off that takes too long as a whole, or from one piece to the next. */
function createWatch(clock: Clock, { wholeMs, silenceMs }: Limits): Watch {
  const controller = new AbortController();
  let fault: Fault | undefined;
  const cut = (what: string) => {
    fault ??= new Fault("timeout", what, true);
    controller.abort();
  };
  const whole = clock.after(wholeMs, () => cut(`not done within ${wholeMs} ms`));
  const silence = () => clock.after(silenceMs, () => cut(`nothing came for ${silenceMs} ms`));
  let pending = silence();
  return {
    signal: controller.signal,
    heard() {
      pending();
      pending = silence();
    },
    fault: () => fault,
    end() {
      whole();
      pending();
    },
  };
}
