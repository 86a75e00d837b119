import { z } from "zod";
import { OperatorError } from "../src/lib/errors.ts";

/** Whether a platform can be connected: with what, or what is missing or wrong. */
export type Setup<Options> =
  | { kind: "ready"; options: Options; how: string }
  | { kind: "off"; missing: string }
  | { kind: "faulty"; faults: readonly string[] };

interface SlackConfig {
  botToken: string;
  apiUrl?: string;
  transport: { kind: "socket"; appToken: string } | { kind: "http"; signingSecret: string };
}

interface FeishuConfig {
  appId: string;
  appSecret: string;
  domain: string;
  transport: { kind: "ws" } | { kind: "webhook"; encryptKey: string; verificationToken: string };
}

/** Everything that the operator sets, read once. */
export interface Config {
  /** The folder of the store and of the synced catalog. */
  data: string;
  http: { host: string; port: number };
  log: { level?: LogLevel; texts: boolean };
  slack: Setup<SlackConfig>;
  feishu: Setup<FeishuConfig>;
  /** Never to be logged. */
  secrets: string[];
}

const LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof LEVELS)[number];
const DOMAINS: readonly string[] = ["feishu", "lark"];
const MAX_PORT = 65_535;

const url = z.url({ protocol: /^https?$/, error: "is no http(s) address" });
/** What each name may be; the message completes "NAME ...". */
const Environment = z.object({
  LLMPRICE_DATA: z.string().default("./data"),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce
    .number({ error: "is no port: a number from 0 to 65535" })
    .int("is no port: a number from 0 to 65535")
    .min(0, "is no port: a number from 0 to 65535")
    .max(MAX_PORT, "is no port: a number from 0 to 65535")
    .default(3000),
  LOG_LEVEL: z.enum(LEVELS, `is none of ${LEVELS.join(", ")}`).optional(),
  LOG_TEXTS: z.enum(["yes", "no"], "is neither yes nor no: whether logs may hold what people ask").default("no"),
  SLACK_BOT_TOKEN: z.string().optional(),
  SLACK_APP_TOKEN: z.string().optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_API_URL: url.optional(),
  SLACK_TRANSPORT: z.enum(["socket", "http"], "is neither socket nor http").optional(),
  FEISHU_APP_ID: z.string().optional(),
  FEISHU_APP_SECRET: z.string().optional(),
  FEISHU_DOMAIN: z
    .string()
    .refine(
      (domain) => DOMAINS.includes(domain) || url.safeParse(domain).success,
      "is neither feishu, lark nor an address",
    )
    .default("feishu"),
  FEISHU_TRANSPORT: z.enum(["ws", "webhook"], "is neither ws nor webhook").default("ws"),
  FEISHU_ENCRYPT_KEY: z.string().optional(),
  FEISHU_VERIFICATION_TOKEN: z.string().optional(),
});
type Environment = z.infer<typeof Environment>;
type Name = keyof Environment;

const SECRET: readonly Name[] = [
  ...(["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"] as const),
  ...(["FEISHU_APP_SECRET", "FEISHU_ENCRYPT_KEY", "FEISHU_VERIFICATION_TOKEN"] as const),
];

/** The environment as it is, for parts that read their own settings. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}

/**
 * The configuration in the environment. Faults of one platform leave the others to be connected.
 * @throws OperatorError `bad_config` with every fault, where some concern everything or nothing is left to connect
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const said = Object.fromEntries(
    Object.keys(Environment.shape).flatMap((name) => {
      const value = environment[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const read = Environment.safeParse(said);
  const faults = new Map((read.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]));
  const env = (read.data ?? Environment.parse(without(said, faults))) as Environment;
  const config: Config = {
    data: env.LLMPRICE_DATA,
    http: { host: env.HOST, port: env.PORT },
    log: { ...(env.LOG_LEVEL && { level: env.LOG_LEVEL }), texts: env.LOG_TEXTS === "yes" },
    slack: checked("SLACK_", faults, slack(env)),
    feishu: checked("FEISHU_", faults, feishu(env)),
    secrets: SECRET.flatMap((name) => env[name] ?? []).map(String),
  };
  refuse(config, faults);
  return config;
}

/** Whether a platform that is set up sends its requests to a server of this process. */
export function needsServer({ slack, feishu }: Pick<Config, "slack" | "feishu">): boolean {
  const fromSlack = slack.kind === "ready" && slack.options.transport.kind === "http";
  return fromSlack || (feishu.kind === "ready" && feishu.options.transport.kind === "webhook");
}

const without = (said: Record<string, string>, faults: ReadonlyMap<string, string>) =>
  Object.fromEntries(Object.entries(said).filter(([name]) => !faults.has(name)));

/** A platform's setup with the faults of its own names. */
function checked<T>(prefix: string, faults: ReadonlyMap<string, string>, setup: Setup<T>): Setup<T> {
  const own = [...faults].filter(([name]) => name.startsWith(prefix)).map(([name, what]) => `${name} ${what}`);
  if (own.length === 0) return setup;
  return { kind: "faulty", faults: [...own, ...(setup.kind === "faulty" ? setup.faults : [])] };
}

function refuse({ slack: one, feishu: other }: Config, faults: ReadonlyMap<string, string>): void {
  const platforms = [one, other];
  const theirs = platforms.flatMap((setup) => (setup.kind === "faulty" ? setup.faults : []));
  const general = [...faults]
    .filter(([name]) => !name.startsWith("SLACK_") && !name.startsWith("FEISHU_"))
    .map(([name, what]) => `${name} ${what}`);
  const isConnectable = theirs.length === 0 || platforms.some(({ kind }) => kind === "ready");
  if (general.length === 0 && isConnectable) return;
  const all = [...general, ...theirs];
  throw new OperatorError("bad_config", all.join("; "), "correct the environment and start again");
}

function slack(env: Environment): Setup<SlackConfig> {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env;
  if (!botToken && !appToken && !signingSecret) return { kind: "off", missing: "SLACK_BOT_TOKEN and SLACK_APP_TOKEN" };
  const kind = env.SLACK_TRANSPORT ?? (appToken ? "socket" : "http");
  const faults = [
    ...(botToken ? [] : ["SLACK_BOT_TOKEN is missing: the token of the installed app, xoxb-…"]),
    ...(kind === "socket" && !appToken ? ["SLACK_APP_TOKEN is missing: the app-level token, xapp-…"] : []),
    ...(kind === "http" && !signingSecret
      ? ["SLACK_APP_TOKEN is missing (Socket Mode, the simpler way), or SLACK_SIGNING_SECRET for requests over HTTP"]
      : []),
  ];
  if (!botToken || faults.length > 0) return { kind: "faulty", faults };
  const api = env.SLACK_API_URL ? { apiUrl: env.SLACK_API_URL } : {};
  if (kind === "socket" && appToken)
    return { kind: "ready", how: "Socket Mode", options: { botToken, ...api, transport: { kind, appToken } } };
  const transport = { kind: "http" as const, signingSecret: signingSecret ?? "" };
  return { kind: "ready", how: "HTTP at /slack/events", options: { botToken, ...api, transport } };
}

function feishu(env: Environment): Setup<FeishuConfig> {
  const { FEISHU_APP_ID: appId, FEISHU_APP_SECRET: appSecret, FEISHU_TRANSPORT: kind, FEISHU_DOMAIN: domain } = env;
  const { FEISHU_ENCRYPT_KEY: encryptKey, FEISHU_VERIFICATION_TOKEN: verificationToken } = env;
  if (!appId && !appSecret) return { kind: "off", missing: "FEISHU_APP_ID and FEISHU_APP_SECRET" };
  const needed = { FEISHU_APP_ID: appId, FEISHU_APP_SECRET: appSecret };
  const forWebhook = { FEISHU_ENCRYPT_KEY: encryptKey, FEISHU_VERIFICATION_TOKEN: verificationToken };
  const all = kind === "webhook" ? { ...needed, ...forWebhook } : needed;
  const faults = Object.entries(all).flatMap(([name, value]) =>
    value ? [] : [`${name} is missing: it stands in the developer console of the app`],
  );
  if (!appId || !appSecret || faults.length > 0) return { kind: "faulty", faults };
  if (kind === "ws")
    return { kind: "ready", how: "long connection", options: { appId, appSecret, domain, transport: { kind } } };
  const transport = { kind, encryptKey: encryptKey ?? "", verificationToken: verificationToken ?? "" };
  return { kind: "ready", how: "webhook at /feishu/events", options: { appId, appSecret, domain, transport } };
}
