import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

/**
 * A point at which a process ends itself as if killed: the `nth` call of a file operation on a path that ends in `path`.
 * `half`: with half of the bytes written.
 */
export interface KillPoint {
  operation: "open" | "link" | "rename" | "rm" | "append" | "write" | "datasync" | "sync";
  path: string;
  nth: number;
  when: "before" | "half" | "after";
}

type Call = (...args: unknown[]) => Promise<unknown>;

/** Must be called before anything opens a file. */
export async function killAt(point: KillPoint): Promise<void> {
  let calls = 0;
  const paths = new WeakMap<object, string>();
  const end = () => process.kill(process.pid, "SIGKILL");
  const wrap = (
    operation: KillPoint["operation"],
    call: Call,
    pathOf: (self: object, args: unknown[]) => string,
  ): Call =>
    async function (this: object, ...args) {
      const hit = operation === point.operation && pathOf(this, args).endsWith(point.path) && ++calls === point.nth;
      if (hit && point.when === "before") end();
      if (hit && point.when === "half") {
        const [bytes] = args as [Buffer | string];
        await call.call(this, bytes.slice(0, Math.ceil(bytes.length / 2)));
        end();
      }
      const result = await call.apply(this, args);
      if (operation === "open") paths.set(result as object, String(args[0]));
      if (hit) end();
      return result;
    };

  const handle = await fs.open("/dev/null", "r");
  const methods = Object.getPrototypeOf(handle) as Record<string, Call>;
  await handle.close();
  const ofHandle = (self: object) => paths.get(self) ?? "";
  for (const name of ["write", "datasync", "sync"] as const)
    methods[name] = wrap(name, methods[name] as Call, ofHandle);
  methods.appendFile = wrap("append", methods.appendFile as Call, ofHandle);

  const functions = fs as unknown as Record<string, Call>;
  for (const name of ["open", "rm"] as const)
    functions[name] = wrap(name, functions[name] as Call, (_, [path]) => String(path));
  for (const name of ["link", "rename"] as const)
    functions[name] = wrap(name, functions[name] as Call, (_, [, to]) => String(to));
  syncBuiltinESMExports();
}
