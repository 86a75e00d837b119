import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";

interface Waiting {
  resolve: (payload: unknown) => void;
}

/** Section 1, "Pointing at a local fake": hello, envelopes out, `{envelope_id, payload}` back. */
export class SocketMode {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #open: WebSocket[] = [];
  readonly #waiting = new Map<string, Waiting>();
  #turn = 0;

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (connection) => {
      this.#open.push(connection);
      connection.on("message", (data) => this.#acknowledged(JSON.parse(String(data))));
      connection.on("close", () => this.#open.splice(this.#open.indexOf(connection), 1));
      connection.send(JSON.stringify({ type: "hello", num_connections: this.#open.length }));
    });
  }

  get connections(): number {
    return this.#open.length;
  }

  /** Sends an envelope over one of the connections, in turn. @returns what it was acknowledged with; never if it was not */
  send(type: string, payload: unknown, envelope = randomUUID() as string): Promise<unknown> {
    const connection = this.#open[this.#turn++ % this.#open.length];
    if (!connection) throw new Error("no socket is open");
    const acknowledged = new Promise((resolve) => this.#waiting.set(envelope, { resolve }));
    const accepts = type !== "events_api";
    connection.send(JSON.stringify({ type, envelope_id: envelope, payload, accepts_response_payload: accepts }));
    return acknowledged;
  }

  /** Slack refreshes one connection. */
  disconnect(at = 0): void {
    this.#open[at]?.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
  }

  /** A connection breaks without a word. */
  cut(at = 0): void {
    this.#open[at]?.terminate();
  }

  close(): void {
    for (const connection of this.#open) connection.terminate();
    this.#server.close();
  }

  #acknowledged({ envelope_id, payload }: { envelope_id: string; payload?: unknown }): void {
    this.#waiting.get(envelope_id)?.resolve(payload);
    this.#waiting.delete(envelope_id);
  }
}
