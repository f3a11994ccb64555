import { subscription } from "../../../shared/events/subscription.ts";
import { StormDetected } from "../events.ts";
import { groupMember } from "../group-members.ts";
import type { MonitoringContext } from "../table.ts";

export const stormDetected = subscription({
  id: "storm-detected",
  summary: "The alerts that came before the storm was one are told that they belong to it.",
  event: StormDetected,
  handle: async ({ meta, data }, context: MonitoringContext) => {
    // Its incident may be known by now, which the event cannot say.
    const storm = await context.storms.get(meta.subject);
    for (const member of data.storm.members) await groupMember(member, storm, context);
  },
});
