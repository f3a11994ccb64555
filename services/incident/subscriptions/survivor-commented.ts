import { subscription } from "../../../shared/events/subscription.ts";
import { comment } from "../decisions/talk.ts";
import { IncidentCommented } from "../events.ts";
import { ofSurvivors, passToDuplicates } from "../pass-to-duplicates.ts";
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
    await passToDuplicates(meta, context, (duplicate, on) =>
      duplicate.callerId === meta.actor.id ? [] : comment.decide(duplicate, { text }, on),
    );
  },
});
