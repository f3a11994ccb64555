import { eachOnce, forEachId } from "../../../shared/dynamo/for-each.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { type Holding, reportHoldings } from "../../../shared/holdings/holdings.ts";
import { DepartureAsked, isMeantBy } from "../../organization/events-departures.ts";
import type { Change } from "../change.ts";
import type { ChangeContext } from "../context.ts";
import { after } from "../decisions/command.ts";
import { handOverDecisions, handOverWork, hasWorkOn, waitsForDecisionOf } from "../decisions/depart.ts";
import { target } from "../edges.ts";
import { ChangeHoldingsFound } from "../events-holdings.ts";
import { handOverDelegations, handOverRules } from "../hand-over-rules.ts";

const asks = (personId: string) => [
  { index: "byAssignee", partition: personId },
  { index: "byTarget", partition: target.taskAssignee(personId) },
  { index: "byTarget", partition: target.approver(personId) },
  { index: "byTarget", partition: target.seatedLater(personId) },
];

export const departureAsked = subscription({
  id: "departure-asked",
  summary:
    "Hands over the open changes, tasks, decisions, seats and stand-ins of who is gone, or gives work back to its team, and tells what is left.",
  event: DepartureAsked,
  handle: async ({ data: { departure } }, context: ChangeContext) => {
    const { id: caseId, personId, round, lastAt, kind } = departure;
    const { changes, held, now } = context;
    const settings = await context.settings();
    const isOver = lastAt <= now();
    const left = new Map<string, Holding>();
    const handOver = (change: Change) => {
      const given = isMeantBy(departure, change.teamId) ? handOverWork(change, departure, settings) : [];
      const decided = kind === "leaves" ? handOverDecisions(after(change, given), departure) : [];
      return [...given, ...decided];
    };
    const work = async (id: string): Promise<void> => {
      const change = await changes.update(id, undefined, (current) => (isOver ? handOver(current) : []));
      if (isMeantBy(departure, change.teamId) && hasWorkOn(change, personId))
        left.set(id, { kind: "change", id });
      if (kind === "leaves" && waitsForDecisionOf(change, personId))
        left.set(`approval ${id}`, { kind: "approval", id });
    };
    await forEachId(eachOnce(asks(personId).map(changes.ids)), work);
    const found = [...left.values()];
    // Who goes to another team goes on to decide, and to stand in for others.
    if (kind === "leaves") {
      const isAwaited = found.some((each) => each.kind === "approval");
      found.push(...(await handOverRules(departure, context)));
      found.push(...(await handOverDelegations(departure, isAwaited, context)));
    }
    await reportHoldings(held, ChangeHoldingsFound, { caseId, personId, round }, found);
  },
});
