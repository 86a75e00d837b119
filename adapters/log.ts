import { pino } from "pino";
import type { Log } from "../src/ports/log.ts";
import type { LogLevel } from "./config.ts";

interface LogOptions {
  level: LogLevel;
  /** The operator's own secrets, taken out wherever they stand. */
  secrets: readonly string[];
  /** Where lines go; standard error by default. */
  write?: (line: string) => void;
}

const HIDDEN = "[hidden]";
/** What looks like a credential of any kind, since errors of others print what they were called with. */
const CREDENTIALS =
  /\bx(?:ox[a-z]|app)-[\w-]{6,}|\bBearer [\w.~+/-]{6,}|\b[tu]-[\w-]{20,}|(?<="(?:app_secret|token|client_secret|app_access_token|tenant_access_token|encrypt_key|authorization)\\*":\\*")[^"\\]+|https?:\/\/hooks\.[^\s"\\]+/giu;

/** The log as lines of JSON, in which no secret stands. */
export function createLog({ level, secrets, write }: LogOptions): Log {
  const known = secrets.filter((secret) => secret.length > 0);
  const clean = (line: string) =>
    known.reduce((text, secret) => text.replaceAll(secret, HIDDEN), line).replace(CREDENTIALS, HIDDEN);
  const destination = write ? { write } : pino.destination({ fd: 2, sync: true });
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: pino.stdSerializers.err },
      hooks: { streamWrite: clean },
    },
    destination,
  );
  return {
    info: (event, details) => logger.info(details ?? {}, event),
    warn: (event, details) => logger.warn(details ?? {}, event),
    error: (event, details) => logger.error(details ?? {}, event),
  };
}
