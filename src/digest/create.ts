import type { CommandHandler } from "../ports/commands.ts";
import { createDigestHandler } from "./handler.ts";
import { createMaker } from "./maker.ts";
import type { PostParts } from "./post.ts";
import { createRunner, type Runner } from "./runner.ts";

interface Parts extends Omit<PostParts, "maker"> {
  /** Ids of the sources that the last sync heard nothing of. */
  failed: () => readonly string[];
}

/** The weekly digest: its commands, and what sends it when it is due. */
export interface Digest {
  handle: CommandHandler<"digest">;
  runner: Runner;
}

export function createDigest({ failed, ...parts }: Parts): Digest {
  const { catalog, news } = parts;
  const post: PostParts = { ...parts, maker: createMaker({ catalog, news, failed }) };
  const runner = createRunner(post);
  return { handle: createDigestHandler({ ...post, runner }), runner };
}
