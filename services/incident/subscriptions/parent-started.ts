import { subscription } from "../../../shared/events/subscription.ts";
import { start } from "../decisions/progress.ts";
import { IncidentStarted } from "../events.ts";
import { ofParents, passToChildren } from "../pass-to-children.ts";
import type { IncidentContext } from "../table.ts";

export const parentStarted = subscription({
  id: "parent-started",
  summary: "Work on a parent is work on its children, but for those that wait for their own caller.",
  event: IncidentStarted,
  where: ofParents,
  handle: ({ meta }, context: IncidentContext) =>
    passToChildren(meta, context, (child, on) =>
      child.holdReason === "awaiting_caller" ? [] : start.decide(child, {}, on),
    ),
});
