import type { Conversation } from "../../ports/records.ts";
import type { Conversations } from "../../ports/store.ts";
import { conversationKey } from "../shapes.ts";
import type { Shelf } from "../shelf.ts";

export function createConversations(shelf: Shelf<Conversation>): Conversations {
  return {
    async get(key) {
      return shelf.get(conversationKey(key));
    },
    async put(conversation) {
      await shelf.put(conversation);
    },
  };
}
