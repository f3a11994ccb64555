import { eachOnce, forEachId } from "../../../shared/dynamo/for-each.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { type Holding, reportHoldings } from "../../../shared/holdings/holdings.ts";
import { replaceNamed } from "../../../shared/holdings/replace-named.ts";
import { keptList } from "../../../shared/kept/kept.ts";
import { DepartureAsked, isMeantBy } from "../../organization/events-departures.ts";
import { after } from "../decisions/command.ts";
import { handOver, hasWorkOn, leaveTemplate, prefillsWith } from "../decisions/depart.ts";
import { handOverMajor, hasPartInMajor } from "../decisions/depart-major.ts";
import { IncidentHoldingsFound } from "../events-holdings.ts";
import { circumstances } from "../follow-alert.ts";
import { type IncidentContext, target } from "../table.ts";

export const departureAsked = subscription({
  id: "departure-asked",
  summary:
    "Hands over the open incidents, tasks and parts in major incidents of who is gone, or gives them back to their team, and tells what is left.",
  event: DepartureAsked,
  handle: async ({ data: { departure } }, context: IncidentContext) => {
    const { id: caseId, personId, round, lastAt } = departure;
    const { incidents, held, now } = context;
    const on = await circumstances(context);
    const isOver = lastAt <= now();
    const left = new Map<string, Holding>();
    const work = async (id: string): Promise<void> => {
      const incident = await incidents.update(id, undefined, (current) => {
        if (!isOver || !isMeantBy(departure, current.teamId)) return [];
        const given = handOver(current, departure, on);
        return [...given, ...handOverMajor(after(current, given), departure)];
      });
      if (!isMeantBy(departure, incident.teamId)) return;
      if (hasWorkOn(incident, personId)) left.set(id, { kind: "incident", id });
      if (hasPartInMajor(incident, personId)) left.set(`major ${id}`, { kind: "major-incident", id });
    };
    const asks = [
      { index: "byAssignee", partition: personId },
      { index: "byTarget", partition: target.taskAssignee(personId) },
      // There are few at a time: nobody needs an index of who leads them.
      { index: "majors", partition: "accepted" },
    ];
    await forEachId(eachOnce(asks.map(incidents.ids)), work);
    const templates = await replaceNamed(
      {
        kind: "incident-template",
        records: context.templates,
        asks: [keptList("incident-templates", "active")],
        isNamed: (template) =>
          isMeantBy(departure, template.fields.teamId) && prefillsWith(template, personId),
        replace: (template) => leaveTemplate(template, departure),
      },
      isOver,
    );
    const found = [...left.values(), ...templates];
    await reportHoldings(held, IncidentHoldingsFound, { caseId, personId, round }, found);
  },
});
