import type { Subscription } from "../ports/records.ts";
import { wishWords } from "../view/edition/wish-words.ts";
import type { DigestFacts } from "../view/messages/digest.ts";
import type { Asked } from "./asked.ts";
import { wishOf } from "./wish.ts";
import { localTime, whenWords } from "./words.ts";

/** A subscription as it is said to the asker. */
export function factsOf(
  subscription: Subscription,
  { language, parts }: Pick<Asked, "language" | "parts">,
): DigestFacts {
  const { next, timezone, quiet } = subscription;
  return {
    when: whenWords(subscription, language),
    ...(next !== undefined && { next: localTime(next, timezone) }),
    only: wishWords(wishOf(subscription), language, parts.catalog()),
    language: subscription.language,
    quiet,
  };
}
