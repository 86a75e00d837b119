import type { Built } from "./build/query.ts";
import type { Query } from "./query.ts";
import type { Scene } from "./scene.ts";

export function follow(_scene: Scene, built: Built, _previous: Query): Built {
  return built;
}
