import { eachOnce, forEachId } from "../../../shared/dynamo/for-each.ts";
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
    const work = async (id: string): Promise<void> => {
      const incident = await incidents.update(id, undefined, (current) =>
        isOver && isMeantBy(departure, current.teamId) ? handOver(current, departure, on) : [],
      );
      if (isMeantBy(departure, incident.teamId) && hasWorkOn(incident, personId))
        left.set(id, { kind: "incident", id });
    };
    const asks = [
      { index: "byAssignee", partition: personId },
      { index: "byTarget", partition: target.taskAssignee(personId) },
    ];
    await forEachId(eachOnce(asks.map(incidents.ids)), work);
    await reportHoldings(held, IncidentHoldingsFound, { caseId, personId, round }, [...left.values()]);
  },
});
