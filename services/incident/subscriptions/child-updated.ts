import { subscription } from "../../../shared/events/subscription.ts";
import { IncidentUpdated } from "../events.ts";
import { markParent, ofChildren } from "../mark-parent.ts";

export const childUpdated = subscription({
  id: "child-updated",
  summary: "An incident that others name as their parent passes its state on from then on.",
  event: IncidentUpdated,
  where: ofChildren,
  handle: ({ data }, context: Parameters<typeof markParent>[1]) =>
    markParent(data.incident.parentId, context),
});
