/** What an operator can act on: what went wrong, where, and how to mend it. User trouble is an answer, never an error. */
export class OperatorError extends Error {
  override readonly name = "OperatorError";
  readonly code:
    | "bad_catalog"
    | "bad_snapshot"
    | "bad_arguments"
    | "bad_store"
    | "store_in_use"
    | "bad_config"
    | "port_in_use"
    | "sync_runs";
  readonly hint: string;

  constructor(code: OperatorError["code"], message: string, hint: string, cause?: unknown) {
    super(`${message} (${hint})`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.hint = hint;
  }
}
