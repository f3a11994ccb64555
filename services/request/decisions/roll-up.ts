import type { RequestState } from "../request.ts";
import type { RequestItemState } from "../request-item.ts";
import { isOverTask, type RequestTask } from "../task.ts";

/** How work may end. */
type Outcome = "complete" | "incomplete" | "skipped";

/**
 * What several outcomes are together, in whatever order they came: all skipped is skipped, one that is incomplete
 * makes it incomplete, and else it is complete.
 */
const together = (outcomes: readonly Outcome[]): Outcome => {
  if (outcomes.every((each) => each === "skipped")) return "skipped";
  return outcomes.includes("incomplete") ? "incomplete" : "complete";
};

/** How an item ends by its tasks; `undefined` while one of them is not over. */
export const rollUpTasks = (tasks: readonly Pick<RequestTask, "state">[]): Outcome | undefined =>
  tasks.length > 0 && tasks.every(isOverTask)
    ? together(tasks.map(({ state }) => state as Outcome))
    : undefined;

const outcomes: Partial<Record<RequestItemState, Outcome>> = {
  complete: "complete",
  incomplete: "incomplete",
  skipped: "skipped",
  rejected: "incomplete",
  cancelled: "skipped",
};

/**
 * Where a request stands by its items. What was rejected counts as not done, what was cancelled as not needed; a
 * request of which nothing else is left is rejected or cancelled itself.
 */
export const rollUpItems = (states: readonly RequestItemState[]): RequestState => {
  if (states.includes("in_fulfilment")) return "in_fulfilment";
  if (states.includes("awaiting_approval")) return "awaiting_approval";
  if (states.every((state) => state === "cancelled")) return "cancelled";
  if (states.every((state) => state === "rejected" || state === "cancelled")) return "rejected";
  return together(states.flatMap((state) => outcomes[state] ?? []));
};
