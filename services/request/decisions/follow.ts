import type { Decision } from "../../../shared/dynamo/record.ts";
import { RequestItemApproved, RequestItemBegun, RequestItemCancelled, RequestItemEnded } from "../events.ts";
import { isOpenItem, type RequestItem, requestItemLifecycle } from "../request-item.ts";
import { isOverTask, isRunning, requestTaskLifecycle } from "../task.ts";
import { advance } from "./advance.ts";
import { itemHappened } from "./command.ts";
import { rollUpTasks } from "./roll-up.ts";
import { askStep } from "./steps.ts";

type Items = readonly RequestItem[];
type ItemDecision = Decision<RequestItem>;

const parentOf = ({ parentId }: RequestItem, items: Items): RequestItem | undefined =>
  items.find(({ id }) => id === parentId);

/** An item with its open tasks skipped, because it is not to be fulfilled any more. */
export const cancelled = (item: RequestItem, reason: string, now: string): ItemDecision => {
  const state = requestItemLifecycle.next(item.state, "cancel");
  const skip = requestTaskLifecycle.next;
  const tasks = item.tasks.map((task) =>
    isOverTask(task) ? task : { ...task, state: skip(task.state, "skip"), endedAt: now },
  );
  return [itemHappened(RequestItemCancelled, item, { state, reason, tasks, endedAt: now }, {})];
};

/** Everybody who has to has approved it, and the bundle that it came with. */
export const isApproved = ({ approval }: RequestItem, parent: RequestItem | undefined): boolean =>
  (approval === undefined || approval.state === "approved") && parent?.state !== "awaiting_approval";

/** Why it cannot be done any more, by what happened to others. */
const lostBy = (item: RequestItem, items: Items): string | undefined => {
  const parent = parentOf(item, items);
  if (parent && ["rejected", "cancelled"].includes(parent.state))
    return `${parent.name} (${parent.id}) is ${parent.state}`;
  const before = items.find(
    ({ id, state }) => item.after.includes(id) && ["rejected", "cancelled", "incomplete"].includes(state),
  );
  return before && `It comes after ${before.name} (${before.id}), which is ${before.state}`;
};

/** Whether its first tasks may begin: what it comes after is over. */
const mayBegin = (item: RequestItem, items: Items): boolean =>
  items.every(({ id, state }) => !item.after.includes(id) || state === "complete" || state === "skipped");

const begun = (item: RequestItem, now: string): Partial<RequestItem> => ({
  startedAt: now,
  tasks: advance(item.tasks, now),
});

/**
 * What follows for an item from how it and the others of its request are now: it is approved, begins, goes on,
 * ends, or is lost. One thing at a time; nothing where nothing follows.
 */
export const follow = (item: RequestItem, items: Items, now: string): ItemDecision => {
  if (!isOpenItem(item)) return [];
  const lost = lostBy(item, items);
  if (lost !== undefined) return cancelled(item, lost.slice(0, 500), now);
  if (item.state === "awaiting_approval") {
    if (!isApproved(item, parentOf(item, items))) return [];
    const state = requestItemLifecycle.next(item.state, "approve");
    const more = mayBegin(item, items) ? begun(item, now) : {};
    return [itemHappened(RequestItemApproved, item, { state, ...more }, {})];
  }
  if (item.startedAt === undefined)
    return mayBegin(item, items) ? [itemHappened(RequestItemBegun, item, begun(item, now), {})] : [];
  const step = item.tasks.find(
    (task) => isRunning(task) && task.kind !== "wait" && (task.asked ?? 0) < (task.attempt ?? 1),
  );
  if (step !== undefined) return askStep(item, step);
  const outcome = rollUpTasks(item.tasks);
  if (outcome === undefined) return [];
  const action = ({ complete: "complete", incomplete: "leave", skipped: "skip" } as const)[outcome];
  const state = requestItemLifecycle.next(item.state, action);
  return [itemHappened(RequestItemEnded, item, { state, endedAt: now }, {})];
};
