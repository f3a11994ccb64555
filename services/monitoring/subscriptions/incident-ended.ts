import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import {
  IncidentCancelled,
  IncidentClosed,
  IncidentResolved,
  type IncidentSnapshot,
} from "../../incident/events.ts";
import { end } from "../decisions/storm.ts";
import type { MonitoringContext } from "../table.ts";

export const incidentEnded = [IncidentResolved, IncidentClosed, IncidentCancelled].map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "A storm whose incident is done takes no more alerts in: nobody would hear of them.",
    event: event as unknown as EventType<{ incident: IncidentSnapshot }>,
    where: { incident: { alert: { id: [{ prefix: "STM" }] } } },
    handle: async ({ data }, { storms, now }: MonitoringContext) => {
      const { alert } = data.incident;
      if (alert?.id.startsWith("STM")) await storms.update(alert.id, undefined, (storm) => end(storm, now()));
    },
  }),
);
