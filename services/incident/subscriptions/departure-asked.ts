import { subscription } from "../../../shared/events/subscription.ts";
import { type Holding, reportHoldings } from "../../../shared/holdings/holdings.ts";
import { DepartureAsked, isMeantBy } from "../../organization/events-departures.ts";
import { handOver, hasWorkOn } from "../decisions/depart.ts";
import { IncidentHoldingsFound } from "../events-holdings.ts";
import { circumstances } from "../follow-alert.ts";
import { type IncidentContext, target } from "../table.ts";

export const departureAsked = subscription({
  id: "departure-asked",
  summary:
    "Hands over the open incidents and tasks of who is gone, or gives them back to their team, and tells what is left.",
  event: DepartureAsked,
  handle: async ({ data: { departure } }, context: IncidentContext) => {
    const { id: caseId, personId, round, lastAt } = departure;
    const { incidents, held, now } = context;
    const on = await circumstances(context);
    const isOver = lastAt <= now();
    const left = new Map<string, Holding>();
    for (const ask of [
      { index: "byAssignee", partition: personId },
      { index: "byTarget", partition: target.taskAssignee(personId) },
    ])
      for await (const ids of incidents.ids(ask))
        for (const id of ids) {
          const incident = await incidents.update(id, undefined, (current) =>
            isOver && isMeantBy(departure, current.teamId) ? handOver(current, departure, on) : [],
          );
          if (isMeantBy(departure, incident.teamId) && hasWorkOn(incident, personId))
            left.set(id, { kind: "incident", id });
        }
    await reportHoldings(held, IncidentHoldingsFound, { caseId, personId, round }, [...left.values()]);
  },
});
