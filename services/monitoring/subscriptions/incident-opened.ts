import { subscription } from "../../../shared/events/subscription.ts";
import { IncidentOpened } from "../../incident/events.ts";
import { link } from "../decisions/settle.ts";
import { linkStorm } from "../decisions/storm.ts";
import { groupMember } from "../group-members.ts";
import type { MonitoringContext } from "../table.ts";

export const incidentOpened = subscription({
  id: "incident-opened",
  summary: "An alert, or a storm, learns which incident was opened for it.",
  event: IncidentOpened,
  where: { incident: { alert: { episode: [{ exists: true }] } } },
  handle: async ({ data }, context: MonitoringContext) => {
    const { id: incidentId, alert: cause } = data.incident;
    if (cause === undefined) return;
    const { alerts, storms } = context;
    if (cause.id.startsWith("STM")) {
      const storm = await storms.update(cause.id, undefined, (current) => linkStorm(current, incidentId));
      for (const member of storm.members) await groupMember(member, storm, context);
      return;
    }
    const alert = await alerts.update(cause.id, undefined, (current) =>
      link(current, cause.episode, incidentId),
    );
    if (alert.stormId === undefined || !alert.isOwn) return;
    const storm = await storms.get(alert.stormId);
    await groupMember({ alertId: alert.id, episode: cause.episode }, storm, context);
  },
});
