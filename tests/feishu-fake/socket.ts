import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { decode, encode, type Frame, headerOf } from "./frames.ts";

/** What the SDK takes its intervals from (2.1): seconds, fractions of them in tests. */
export interface ClientConfig {
  PingInterval: number;
  ReconnectCount: number;
  ReconnectInterval: number;
  ReconnectNonce: number;
}

export interface Ack {
  code: number;
  /** What the handler returned; absent where it returned nothing. */
  data?: unknown;
}

const SERVICE = 7;

/** The long connection: discovery, pings, events in fragments, acknowledgements (2.1, 2.2). */
export class LongConnection {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #ready: ((socket: WebSocket) => void)[] = [];
  readonly #waiting = new Map<string, (ack: Ack) => void>();
  readonly config: ClientConfig;
  /** Codes that the next discoveries are refused with, oldest first. */
  readonly refusals: number[] = [];
  /** Pings are not answered any more, and nothing else either: the line looks open and is dead. */
  halfOpen = false;
  discoveries = 0;
  pings = 0;
  #live: WebSocket | undefined;

  constructor(http: Server, config: ClientConfig) {
    this.config = config;
    http.on("upgrade", (request, socket, head) => {
      this.#server.handleUpgrade(request, socket, head, (opened) => this.#opened(opened));
    });
  }

  /** The answer to `POST /callback/ws/endpoint`. */
  discover(port: number): object {
    this.discoveries++;
    const code = this.refusals.shift();
    if (code !== undefined) return { code, msg: "refused", data: { URL: "", ClientConfig: {} } };
    // The SDK reads the whole address as one query: what comes first is lost.
    const url = `ws://127.0.0.1:${port}/ws?fpid=493&device_id=${randomUUID()}&access_key=k&service_id=${SERVICE}&ticket=secret`;
    return { code: 0, msg: "", data: { URL: url, ClientConfig: this.config } };
  }

  /** Resolves once a client is there and listens, which it shows with its first ping. */
  ready(): Promise<WebSocket> {
    if (this.#live) return Promise.resolve(this.#live);
    return new Promise((resolve) => this.#ready.push(resolve));
  }

  /** Sends an event. @returns the acknowledgement */
  async push(event: object, { fragments = 1, type = "event" } = {}): Promise<Ack> {
    const socket = await this.ready();
    const messageId = randomUUID();
    const bytes = Buffer.from(JSON.stringify(event));
    const size = Math.ceil(bytes.length / fragments);
    const acked = new Promise<Ack>((resolve) => this.#waiting.set(messageId, resolve));
    for (let seq = 0; seq < fragments; seq++) {
      const headers = { type, message_id: messageId, sum: String(fragments), seq: String(seq), trace_id: "t" };
      socket.send(encode({ ...data(headers), payload: bytes.subarray(seq * size, (seq + 1) * size) }));
    }
    return acked;
  }

  /** Something that is no frame. */
  async pushGarbage(): Promise<void> {
    (await this.ready()).send(Buffer.from([0xff, 0x01, 0x02]));
  }

  drop(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#live = undefined;
  }

  close(): void {
    this.drop();
    this.#server.close();
  }

  #opened(socket: WebSocket): void {
    socket.on("message", (bytes: Buffer) => this.#received(socket, decode(bytes)));
    socket.on("close", () => {
      if (this.#live === socket) this.#live = undefined;
    });
  }

  #received(socket: WebSocket, frame: Frame): void {
    if (frame.method === 0) {
      this.pings++;
      if (this.halfOpen) return;
      const payload = Buffer.from(JSON.stringify(this.config));
      socket.send(encode({ ...frame, headers: [{ key: "type", value: "pong" }], payload }));
      this.#live = socket;
      for (const ready of this.#ready.splice(0)) ready(socket);
      return;
    }
    const { code, data } = JSON.parse(Buffer.from(frame.payload ?? []).toString("utf8")) as {
      code: number;
      data?: string;
    };
    const said = data === undefined ? {} : { data: JSON.parse(Buffer.from(data, "base64").toString("utf8")) };
    this.#waiting.get(headerOf(frame, "message_id"))?.({ code, ...said });
  }
}

const data = (headers: Record<string, string>): Frame => ({
  SeqID: 1,
  LogID: 1,
  service: SERVICE,
  method: 1,
  headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
});
