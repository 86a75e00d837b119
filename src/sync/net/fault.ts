/** Why something could not be fetched. */
export type FaultCode = "network" | "timeout" | "status" | "too_long" | "redirects" | "format";

export class Fault extends Error {
  override readonly name = "Fault";
  readonly code: FaultCode;
  /** Whether it may work a little later. */
  readonly passing: boolean;
  /** Not sooner than this, says the server. */
  readonly retryAfterMs: number | undefined;

  constructor(code: FaultCode, message: string, passing: boolean, retryAfterMs?: number) {
    super(message);
    this.code = code;
    this.passing = passing;
    this.retryAfterMs = retryAfterMs;
  }
}
