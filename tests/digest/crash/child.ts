import { systemClock } from "../../../src/lib/system-clock.ts";
import type { Platform } from "../../../src/ports/platform.ts";
import type { Store } from "../../../src/ports/store.ts";
import { openEmbeddedStore } from "../../../src/store/embedded/store.ts";
import { digestOn, type Kind, platformAt } from "./parts.ts";

/** Sends what is due from a folder, and kills itself before or after one step. */
export interface Orders {
  folder: string;
  url: string;
  kind: Kind;
  step: Step;
  when: "before" | "after";
}
export type Step =
  | "editions.claim"
  | "deliveries.begin"
  | "platform.send"
  | "deliveries.finish"
  | "editions.finish"
  | "subscriptions.change";

const { folder, url, kind, step, when } = JSON.parse(process.argv[2] ?? "") as Orders;
const die = () => process.kill(process.pid, "SIGKILL");

/** The part's method dies before it does anything, or once all of it is done. */
function deadly<T extends object>(part: T, method: string): T {
  return new Proxy(part, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== method || typeof value !== "function") return value;
      return async (...args: unknown[]) => {
        if (when === "before") die();
        await (value.apply(target, args) as Promise<unknown>);
        die();
      };
    },
  });
}

const [part = "", method = ""] = step.split(".");
const opened = await openEmbeddedStore(folder, systemClock);
const store = part in opened ? { ...opened, [part]: deadly(opened[part as keyof Store] as object, method) } : opened;
const plain: Platform = platformAt(url, kind);
const digest = digestOn(store as Store, part === "platform" ? deadly(plain, method) : plain);
digest.runner.start();
setInterval(() => {}, 1000);
