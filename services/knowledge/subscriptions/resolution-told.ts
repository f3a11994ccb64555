import { subscription } from "../../../shared/events/subscription.ts";
import { IncidentResolved } from "../../incident/events.ts";
import type { KnowledgeContext } from "../table.ts";

export const resolutionTold = subscription({
  id: "resolution-told",
  summary: "Keeps how an incident was resolved, which only this event says.",
  event: IncidentResolved,
  handle: async ({ meta, data: { resolution } }, { resolutions, now }: KnowledgeContext) => {
    const { code, text } = resolution;
    const { sequence, subject: id, actor } = meta;
    await resolutions.keep(meta, { id, code, text, resolvedBy: actor.id, sequence, heardAt: now() });
  },
});
