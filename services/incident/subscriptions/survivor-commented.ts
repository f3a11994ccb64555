import { subscription } from "../../../shared/events/subscription.ts";
import { comment } from "../decisions/talk.ts";
import { IncidentCommented } from "../events.ts";
import { familyOf, ofSurvivors, passToDuplicates } from "../pass-to-duplicates.ts";
import type { IncidentContext } from "../table.ts";

export const survivorCommented = subscription({
  id: "survivor-commented",
  summary: "What agents tell the caller of an incident, the callers of its duplicates read too.",
  event: IncidentCommented,
  where: ofSurvivors,
  handle: async ({ meta, data }, context: IncidentContext) => {
    const { text } = data;
    // The caller's own words stay with the caller.
    if (text === undefined || meta.actor.id === data.incident.callerId) return;
    const passesToChildren = data.incident.isParent === true && meta.causationId === undefined;
    const parents = passesToChildren ? await familyOf(meta.subject, context) : [];
    await passToDuplicates(meta, context, (duplicate, on) =>
      // Who is a child as well reads it as one.
      duplicate.callerId === meta.actor.id || parents.includes(duplicate.parentId ?? "")
        ? []
        : comment.decide(duplicate, { text }, on),
    );
  },
});
