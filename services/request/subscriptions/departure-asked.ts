import { serviceActor } from "../../../shared/access/actor.ts";
import { eachOnce, forEachId } from "../../../shared/dynamo/for-each.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { type Holding, reportHoldings } from "../../../shared/holdings/holdings.ts";
import { DepartureAsked, type DepartureSnapshot, isMeantBy } from "../../organization/events-departures.ts";
import type { RequestContext } from "../context.ts";
import { after } from "../decisions/command.ts";
import { handOverApproval, handOverTasks, hasTasksOf, waitsForDecisionOf } from "../decisions/depart.ts";
import { target } from "../edges.ts";
import { RequestHoldingsFound } from "../events-holdings.ts";
import { orderGiveBack } from "../give-back.ts";
import { handOverScores, leaveCatalog } from "../leave-behind.ts";
import type { RequestItem } from "../request-item.ts";
import { retireSchedule } from "../schedule.ts";
import type { Standing } from "../standing.ts";
import { updateItem } from "../update-order.ts";

/** As many things are asked back in one request. */
const together = 10;

const heldBy = async (
  personId: string,
  state: string,
  { standings }: RequestContext,
): Promise<Standing[]> => {
  const found: string[] = [];
  for await (const ids of standings.ids({ index: "byOwner", partition: `${personId}#standing#${state}` }))
    found.push(...ids);
  return [...(await standings.present(found)).values()].filter((standing) => standing.state === state);
};

/** Work and decisions that wait for somebody are others' when they are gone. */
const handOver = async (departure: DepartureSnapshot, context: RequestContext): Promise<Holding[]> => {
  const { personId, kind, lastAt } = departure;
  const { items, now } = context;
  const { lastResortRole } = await context.settings();
  const isMeant = (teamId: string | undefined) => isMeantBy(departure, teamId);
  const isOver = lastAt <= now();
  const left = new Map<string, Holding>();
  const decide = (item: RequestItem) => {
    if (!isOver) return [];
    const given = handOverTasks(item, departure, isMeant);
    const asked = kind === "leaves" ? handOverApproval(after(item, given), departure, lastResortRole) : [];
    return [...given, ...asked];
  };
  const work = async (id: string): Promise<void> => {
    const item = await updateItem(id, undefined, context.part(id), decide);
    if (hasTasksOf(item, departure, isMeant)) left.set(id, { kind: "request-item", id });
    if (kind === "leaves" && waitsForDecisionOf(item, personId))
      left.set(`approval ${id}`, { kind: "approval", id });
  };
  const asks = [target.assignee, target.approver, target.seatedLater]
    .map((of) => of(personId))
    .map((partition) => ({
      index: "byTarget",
      partition,
    }));
  await forEachId(eachOnce(asks.map(items.ids)), work);
  return [...left.values()];
};

/** Nothing is ordered any more in the name of who is gone, nor for them. */
const stopSchedules = async (
  { personId, lastAt }: DepartureSnapshot,
  context: RequestContext,
): Promise<Holding[]> => {
  const { schedules, now } = context;
  const left: Holding[] = [];
  const stop = async (id: string): Promise<void> => {
    const { state } = await schedules.update(id, undefined, (schedule) =>
      lastAt <= now() && schedule.state === "active" ? retireSchedule(schedule) : [],
    );
    if (state === "active") left.push({ kind: "request-schedule", id });
  };
  const own = { index: "byOwner", partition: `${personId}#schedule#active` };
  const forThem = { index: "byTarget", partition: target.scheduledFor(personId) };
  await forEachId(eachOnce([own, forThem].map(schedules.ids)), stop);
  return left;
};

export const departureAsked = subscription({
  id: "departure-asked",
  summary:
    "Asks who leaves for all that they hold, hands over their tasks, decisions and items of the catalog when they are gone, stops what would be ordered for them, and tells what is left.",
  event: DepartureAsked,
  handle: async ({ data: { departure } }, context: RequestContext) => {
    const { id: caseId, personId, round, kind } = departure;
    const work = await handOver(departure, context);
    const stopped = kind === "moves" ? [] : await stopSchedules(departure, context);
    const named =
      kind === "moves"
        ? []
        : [...(await leaveCatalog(departure, context)), ...(await handOverScores(departure, context))];
    const held = kind === "moves" ? [] : await heldBy(personId, "held", context);
    for (let at = 0; at < held.length; at += together) {
      const [first, ...others] = held.slice(at, at + together);
      if (first === undefined) continue;
      const more = { name: first.id, origin: { kind: "departure", id: caseId } };
      await orderGiveBack([first, ...others], serviceActor("request"), context, more);
    }
    const returning = kind === "moves" ? [] : await heldBy(personId, "returning", context);
    const left = [...new Set([...held, ...returning].map(({ id }) => id))];
    await reportHoldings(context.held, RequestHoldingsFound, { caseId, personId, round }, [
      ...left.map((id) => ({ kind: "standing-entitlement", id })),
      ...work,
      ...stopped,
      ...named,
    ]);
  },
});
