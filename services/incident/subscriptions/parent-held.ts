import { subscription } from "../../../shared/events/subscription.ts";
import { hold } from "../decisions/progress.ts";
import { IncidentHeld } from "../events.ts";
import { HoldReason } from "../incident.ts";
import { ofParents, passToChildren } from "../pass-to-children.ts";
import type { IncidentContext } from "../table.ts";

export const parentHeld = subscription({
  id: "parent-held",
  summary:
    "What a parent waits for, its children wait for; awaiting the caller is each incident's own affair.",
  event: IncidentHeld,
  where: ofParents,
  handle: async ({ meta, data }, context: IncidentContext) => {
    const reason = HoldReason.parse(data.incident.holdReason);
    if (reason === "awaiting_caller") return;
    await passToChildren(meta, context, (child, on) =>
      child.holdReason === reason ? [] : hold.decide(child, { reason }, on),
    );
  },
});
