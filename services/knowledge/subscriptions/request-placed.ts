import { subscription } from "../../../shared/events/subscription.ts";
import { RequestPlaced } from "../../request/events.ts";
import type { KnowledgeContext } from "../table.ts";

export const requestPlaced = subscription({
  id: "request-placed",
  summary: "Keeps who ordered something when: an article that was opened before did not spare that.",
  event: RequestPlaced,
  handle: async ({ meta, data: { request } }, { openings }: KnowledgeContext) => {
    await openings.keep(meta, { callerId: request.requesterId, openedAt: request.placedAt });
  },
});
