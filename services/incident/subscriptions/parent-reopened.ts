import { subscription } from "../../../shared/events/subscription.ts";
import { reopen } from "../decisions/progress.ts";
import { IncidentReopened } from "../events.ts";
import { ofParents, passToChildren } from "../pass-to-children.ts";
import type { IncidentContext } from "../table.ts";

export const parentReopened = subscription({
  id: "parent-reopened",
  summary: "An agent's reopening reopens the resolved children; a caller speaks for their own incident only.",
  event: IncidentReopened,
  where: ofParents,
  handle: async ({ meta, data }, context: IncidentContext) => {
    if (meta.actor.id === data.incident.callerId) return;
    const reason = `Reopened with ${meta.subject}`;
    await passToChildren(meta, context, (child, on) =>
      child.state === "resolved" ? reopen.decide(child, { reason }, on) : [],
    );
  },
});
