import { serviceActor } from "../../../shared/access/actor.ts";
import { eachOnce, forEachId } from "../../../shared/dynamo/for-each.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { type Holding, reportHoldings } from "../../../shared/holdings/holdings.ts";
import { DepartureAsked, isMeantBy } from "../../organization/events-departures.ts";
import { handOver, hasWorkOn } from "../decisions/depart.ts";
import { ProblemHoldingsFound } from "../events-holdings.ts";
import { type ProblemContext, target } from "../table.ts";

const asks = (personId: string) => [
  { index: "byAssignee", partition: personId },
  { index: "byTarget", partition: target.taskAssignee(personId) },
];

export const departureAsked = subscription({
  id: "departure-asked",
  summary:
    "Hands over the open problems and tasks of who is gone, or gives them back to their team, and tells what is left.",
  event: DepartureAsked,
  handle: async ({ data: { departure } }, context: ProblemContext) => {
    const { id: caseId, personId, round, lastAt } = departure;
    const { problems, held, now, settings } = context;
    const on = { actor: serviceActor("problem"), now: now(), settings: await settings() };
    const isOver = lastAt <= on.now;
    const left = new Map<string, Holding>();
    const work = async (id: string): Promise<void> => {
      const problem = await problems.update(id, undefined, (current) =>
        isOver && isMeantBy(departure, current.teamId) ? handOver(current, departure, on) : [],
      );
      if (isMeantBy(departure, problem.teamId) && hasWorkOn(problem, personId))
        left.set(id, { kind: "problem", id });
    };
    await forEachId(eachOnce(asks(personId).map(problems.ids)), work);
    await reportHoldings(held, ProblemHoldingsFound, { caseId, personId, round }, [...left.values()]);
  },
});
