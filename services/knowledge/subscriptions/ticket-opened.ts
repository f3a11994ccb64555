import { subscription } from "../../../shared/events/subscription.ts";
import { IncidentOpened } from "../../incident/events.ts";
import type { KnowledgeContext } from "../table.ts";

export const ticketOpened = subscription({
  id: "ticket-opened",
  summary: "Keeps who opened a ticket when: it tells whether an article that was suggested helped.",
  event: IncidentOpened,
  handle: async ({ meta, data: { incident } }, { openings }: KnowledgeContext) => {
    await openings.keep(meta, { callerId: incident.callerId, openedAt: incident.openedAt });
  },
});
