import { questionsOf } from "../../parts/approvals/awaiting.ts";
import type { Me } from "../../session/me.ts";
import type { Change } from "./change-actions.ts";

const planned: readonly Change["state"][] = ["new", "assess", "authorize", "scheduled"];

/** Whether an exception may be asked for: while it is planned for a time, and nobody is asked or has granted it. */
const mayBeExcepted = ({ state, plannedStart, plannedEnd, exception }: Change): boolean =>
  planned.includes(state) &&
  plannedStart !== undefined &&
  plannedEnd !== undefined &&
  exception?.state !== "asked" &&
  exception?.state !== "granted";

const decisions: readonly string[] = ["approve", "reject"];

/**
 * The change with everything that this person may do with it. Its own list names the steps of its life; deciding is for
 * whom it waits for, and looking back, exceptions and ties are no steps.
 */
export const withMore = (change: Change, me: Pick<Me, "id" | "roles">, isWorker: boolean): Change => {
  const asked = questionsOf(change, me).filter(({ isBarred }) => !isBarred);
  const isAsked = asked.some(({ about }) => about === "change");
  const isAskedToExcept = asked.some(({ about }) => about === "exception");
  const own = (change.actions ?? []).filter((each) => isAsked || !decisions.includes(each));
  const more = {
    abstain: isAsked,
    review: isWorker && change.state === "review",
    link: isWorker,
    askException: isWorker && mayBeExcepted(change),
    approveException: isAskedToExcept,
    rejectException: isAskedToExcept,
  };
  const named = Object.entries(more).flatMap(([action, may]) => (may ? [action] : []));
  return { ...change, actions: [...own, ...named] };
};
