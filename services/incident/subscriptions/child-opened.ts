import { subscription } from "../../../shared/events/subscription.ts";
import { IncidentOpened } from "../events.ts";
import { markParent, ofChildren } from "../mark-parent.ts";

export const childOpened = subscription({
  id: "child-opened",
  summary: "An incident that others name as their parent passes its state on from then on.",
  event: IncidentOpened,
  where: ofChildren,
  handle: ({ data }, context: Parameters<typeof markParent>[1]) =>
    markParent(data.incident.parentId, context),
});
