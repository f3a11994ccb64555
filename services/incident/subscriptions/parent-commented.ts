import { subscription } from "../../../shared/events/subscription.ts";
import { comment } from "../decisions/talk.ts";
import { IncidentCommented } from "../events.ts";
import { ofParents, passToChildren } from "../pass-to-children.ts";
import type { IncidentContext } from "../table.ts";

export const parentCommented = subscription({
  id: "parent-commented",
  summary: "What agents tell the caller of a parent, the callers of its children read too.",
  event: IncidentCommented,
  where: ofParents,
  handle: async ({ meta, data }, context: IncidentContext) => {
    const { text } = data;
    // The caller's own words stay with the caller, and what was passed on once is not passed on again.
    if (text === undefined || meta.actor.id === data.incident.callerId || meta.causationId !== undefined)
      return;
    await passToChildren(meta, context, (child, on) => comment.decide(child, { text }, on));
  },
});
