import { rollUpTasks } from "../../services/request/decisions/roll-up.ts";
import { shownOf } from "../../services/request/decisions/settle.ts";
import { standingIdOf } from "../../services/request/ids.ts";
import type { ServiceRequest } from "../../services/request/request.ts";
import type { RequestItem } from "../../services/request/request-item.ts";
import { isOpenTask, isOverTask } from "../../services/request/task.ts";
import { fold, type RecordBase } from "../../shared/dynamo/record.ts";
import type { Facts, Kept } from "./facts.ts";

const recordOf = <R>({ id, item }: Kept): R =>
  ({ id, ...(item?.record as object), ...(item?.long as object), version: item?.version }) as R;

const kept = ({ kept: all }: Facts, prefix: string): readonly Kept[] =>
  all.filter(({ id, service }) => service === "request" && new RegExp(`^${prefix}\\d+$`).test(id));

const recordsIn = <R>(facts: Facts, prefix: string): readonly R[] =>
  kept(facts, prefix).map((one) => recordOf<R>(one));

const ordered = (value: unknown): string =>
  JSON.stringify(value, (_key, part) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** A request says of its items what they are, and stands where they put it: at any moment, not only at rest. */
export const brokenOrders = (facts: Facts): string[] => {
  const items = new Map(recordsIn<RequestItem>(facts, "RITM").map((item) => [item.id, item]));
  const requests = recordsIn<ServiceRequest>(facts, "REQ");
  const owned = new Set(requests.flatMap((request) => request.items.map(({ id }) => id)));
  return [
    ...requests.flatMap((request) => {
      const own = request.items.flatMap(({ id }) => items.get(id) ?? []);
      if (own.length !== request.items.length) return [`${request.id} has items that are not there`];
      const { state, items: shown, parties } = request;
      return ordered(shownOf(own)) === ordered({ state, items: shown, parties })
        ? []
        : [`${request.id} is ${state}, its items say ${ordered(shownOf(own))}`];
    }),
    ...[...items.keys()].filter((id) => !owned.has(id)).map((id) => `${id} belongs to no request`),
  ];
};

/** An item as it was after each of its events. */
const versionsOf = ({ history }: Kept): readonly RequestItem[] =>
  history.map((_, at) => fold<RecordBase>(history.slice(0, at + 1)) as unknown as RequestItem);

/** No task was ever open before what it comes after was over, and no item over before its tasks. */
export const brokenTasks = (facts: Facts): string[] =>
  kept(facts, "RITM").flatMap((one) =>
    versionsOf(one).flatMap((item) => {
      const early = item.tasks.filter(
        (task) =>
          isOpenTask(task) &&
          !item.tasks.every(({ id, state }) => !task.after.includes(id) || isOverTask({ state })),
      );
      const isDone = ["complete", "incomplete", "skipped"].includes(item.state);
      const outcome = rollUpTasks(item.tasks);
      return [
        ...early.map(({ id }) => `${id} was open before its turn in version ${item.version}`),
        ...(isDone && outcome !== item.state ? [`${item.id} is ${item.state}, its tasks ${outcome}`] : []),
      ];
    }),
  );

/** What came with a bundle was never worked on before that was approved. */
export const brokenBundles = (facts: Facts): string[] => {
  const items = new Map(recordsIn<RequestItem>(facts, "RITM").map((item) => [item.id, item]));
  return [...items.values()].flatMap(({ id, parentId, startedAt }) => {
    const bundle = parentId === undefined ? undefined : items.get(parentId);
    const isAllowed = bundle?.approval === undefined || bundle.approval.state === "approved";
    return startedAt === undefined || isAllowed ? [] : [`${id} was begun, ${parentId} is not approved`];
  });
};

/** Nothing was ever done for an item without its approvals, or by who had to approve nothing of it. */
export const brokenApprovals = (facts: Facts): string[] =>
  kept(facts, "RITM").flatMap((one) =>
    versionsOf(one).flatMap(({ id, version, state, approval, tasks, requesterId, requestedFor }) => {
      const isAllowed = approval === undefined || approval.state === "approved";
      const isUnderWay = state === "in_fulfilment" || tasks.some(({ state: of }) => of === "complete");
      const voters = approval?.steps.flatMap(({ ballots }) => ballots.map(({ personId }) => personId)) ?? [];
      return [
        ...(isUnderWay && !isAllowed ? [`${id} was fulfilled unapproved in version ${version}`] : []),
        ...voters
          .filter((voter) => voter === requesterId || voter === requestedFor)
          .map((voter) => `${id} was decided on by ${voter}, for whom it is`),
      ];
    }),
  );

/** When all has come to rest, who got something holds it, until an item that gives it back is done. */
export const brokenStandings = (facts: Facts): string[] => {
  const items = recordsIn<RequestItem>(facts, "RITM");
  const standings = new Map(
    recordsIn<{ id: string; state: string }>(facts, "STE").map((each) => [each.id, each.state]),
  );
  const got = items.filter((item) => item.standing !== undefined && item.state === "complete");
  return [
    ...got
      .filter(({ id }) => !standings.has(standingIdOf(id)))
      .map(({ id }) => `Nobody holds what ${id} brought`),
    ...[...standings].flatMap(([id, state]) => {
      const back = items.filter(({ givesBack }) => givesBack === id);
      const isBack = back.some((item) => item.state === "complete" || item.state === "skipped");
      const isOnItsWay = back.some(
        (item) => item.state === "awaiting_approval" || item.state === "in_fulfilment",
      );
      const expected = isBack ? "ended" : isOnItsWay ? "returning" : "held";
      return state === expected ? [] : [`${id} is ${state}, and should be ${expected}`];
    }),
  ];
};
