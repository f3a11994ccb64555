import { subscription } from "../../../shared/events/subscription.ts";
import { resolve } from "../decisions/progress.ts";
import { IncidentResolved } from "../events.ts";
import { ofParents, passToChildren } from "../pass-to-children.ts";
import type { IncidentContext } from "../table.ts";

export const parentResolved = subscription({
  id: "parent-resolved",
  summary:
    "Children are resolved with their parent's resolution. Closing is never passed on; open tasks of their own may keep them open.",
  event: IncidentResolved,
  where: ofParents,
  handle: ({ meta, data }, context: IncidentContext) => {
    const { code, text = `Resolved with ${meta.subject}` } = data.resolution;
    return passToChildren(meta, context, (child, on) => resolve.decide(child, { code, text }, on));
  },
});
