import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { AlertGrouped, AlertLinked, type AlertSnapshot } from "../../monitoring/events.ts";
import { edit } from "../decisions/edit.ts";
import { whereAllowed } from "../decisions/propagate.ts";
import { circumstances } from "../follow-alert.ts";
import type { IncidentContext } from "../table.ts";

/** Whichever of the two incidents is known last: the event after it names both. */
export const alertGrouped = [AlertGrouped, AlertLinked].map((event) =>
  subscription({
    id: event === AlertGrouped ? "alert-grouped" : "alert-linked-in-storm",
    summary: "The incidents of a storm's first alerts become consequences of the storm's.",
    event: event as EventType<{ alert: AlertSnapshot }>,
    where: { alert: { incidentId: [{ exists: true }], parentIncidentId: [{ exists: true }] } },
    handle: async ({ data: { alert } }, context: IncidentContext) => {
      const { incidentId, parentIncidentId: parentId } = alert;
      if (incidentId === undefined || parentId === undefined) return;
      const on = await circumstances(context);
      const join = whereAllowed((child) => (child.parentId ? [] : edit.decide(child, { parentId }, on)));
      await context.incidents.update(incidentId, undefined, (incident) => join(incident, on));
    },
  }),
);
