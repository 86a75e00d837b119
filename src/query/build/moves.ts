import { type Intent, MOVES, type Query } from "../query.ts";
import { type Scene, says, take, withSense } from "../scene.ts";

type Move = (typeof MOVES)[number];

const FALLS = /drop|cut|fell|fall|decreas|跌|降|砍|cheaper|slash/i;

const BOTH_WAYS = /涨跌|升降|涨或跌|either (?:direction|way)|both (?:directions|ways)|up or down/i;

const RISES = /hike|increas|rise|rose|raise|涨/i;

/** The kinds of changes that a question about changes or history asks for. */
export function readMoves(scene: Scene, intent: Intent): Query["moves"] {
  if (intent !== "changes" && intent !== "history") return undefined;
  const moves = new Set<Move>(inSuperlatives(scene));
  for (const [item] of withSense(scene, "move")) {
    if (item.by !== undefined && item.by !== "filter") continue;
    take(scene, item, "move");
    moves.add(item.senses.move as Move);
  }
  if (says(scene, "cue.changes") && BOTH_WAYS.test(scene.context.text))
    for (const move of ["down", "up"] as const) moves.add(move);
  return moves.size > 0 ? MOVES.filter((move) => moves.has(move)) : undefined;
}

/** "biggest cut", 涨得最多: the direction that a superlative of changes has. */
function inSuperlatives(scene: Scene): Move[] {
  const words = [...withSense(scene, "sup")].map(([item]) => item);
  const changes = words.filter(({ senses }) => senses.sup?.startsWith("change"));
  return changes.flatMap(({ text }): Move[] => [
    ...(FALLS.test(text) ? (["down"] as const) : []),
    ...(RISES.test(text) ? (["up"] as const) : []),
  ]);
}
