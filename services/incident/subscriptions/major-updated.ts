import { subscription } from "../../../shared/events/subscription.ts";
import { comment } from "../decisions/talk.ts";
import { MajorIncidentUpdated } from "../events-major.ts";
import { passToChildren } from "../pass-to-children.ts";
import { passToDuplicates } from "../pass-to-duplicates.ts";
import type { IncidentContext } from "../table.ts";

export const majorUpdated = subscription({
  id: "major-updated",
  summary: "What callers of a major incident are told, callers of its children and duplicates read as well.",
  event: MajorIncidentUpdated,
  where: { audience: ["callers"] },
  handle: async ({ meta, data }, context: IncidentContext) => {
    const { text } = data;
    if (text === undefined || data.audience !== "callers") return;
    await passToChildren(meta, context, (child, on) => comment.decide(child, { text }, on));
    await passToDuplicates(meta, context, (duplicate, on) => comment.decide(duplicate, { text }, on));
  },
});
