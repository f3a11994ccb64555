import { eachOnce, forEachId } from "../../../shared/dynamo/for-each.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { type Holding, reportHoldings } from "../../../shared/holdings/holdings.ts";
import { isNamedIn, leaveTeam } from "../decisions/leave-team.ts";
import { DepartureAsked, isMeantBy, OrganizationHoldingsFound } from "../events-departures.ts";
import type { OrganizationContext } from "../table.ts";

export const departureAsked = subscription({
  id: "departure-asked",
  summary: "Takes who is gone out of their teams, and tells which still name them.",
  event: DepartureAsked,
  handle: async ({ data: { departure } }, { teams, held, now }: OrganizationContext) => {
    const { id: caseId, personId, round, handOverTo, lastAt } = departure;
    const isOver = lastAt <= now();
    const left: Holding[] = [];
    const leave = async (id: string): Promise<void> => {
      if (!isMeantBy(departure, id)) return;
      const team = await teams.update(id, undefined, (current) =>
        isOver && isNamedIn(current, personId) ? leaveTeam(current, personId, handOverTo) : [],
      );
      if (isNamedIn(team, personId)) left.push({ kind: "team", id });
    };
    const asks = ["teamsByMember", "teamsByLead"].map((index) => ({ index, partition: personId }));
    await forEachId(eachOnce(asks.map(teams.ids)), leave);
    await reportHoldings(held, OrganizationHoldingsFound, { caseId, personId, round }, left);
  },
});
