import type { Scene } from "../scene.ts";
import type { Built } from "./query.ts";

/** placeholder */
export function readCommand(_scene: Scene): Built | undefined {
  return undefined;
}
