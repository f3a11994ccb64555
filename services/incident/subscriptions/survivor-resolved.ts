import { subscription } from "../../../shared/events/subscription.ts";
import { comment } from "../decisions/talk.ts";
import { IncidentResolved } from "../events.ts";
import { ofSurvivors, passToDuplicates } from "../pass-to-duplicates.ts";
import type { IncidentContext } from "../table.ts";

export const survivorResolved = subscription({
  id: "survivor-resolved",
  summary: "Callers of duplicates read how the incident that stayed was resolved.",
  event: IncidentResolved,
  where: ofSurvivors,
  handle: ({ meta, data }, context: IncidentContext) => {
    // Texts of restricted incidents are not published, and so not passed on.
    const { text = "What you reported together with others is resolved." } = data.resolution;
    return passToDuplicates(meta, context, (duplicate, on) => comment.decide(duplicate, { text }, on));
  },
});
