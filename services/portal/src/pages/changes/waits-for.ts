import type { Me } from "../../session/me.ts";
import type { Change } from "./change-actions.ts";

type Approval = NonNullable<Change["approval"]>;

/** Whether a question waits for the decision of a person: on a seat of theirs, of a role of theirs, or instead of somebody. */
export const waitsFor = (
  approval: Approval | undefined,
  { id, roles }: Pick<Me, "id" | "roles">,
): boolean => {
  if (approval?.state !== "pending" || approval.barred.includes(id)) return false;
  const step = approval.steps.find(({ state }) => state === "open");
  const decided = new Set(step?.ballots.map(({ seat }) => seat));
  return (step?.seats ?? [])
    .filter((seat) => !decided.has(seat.id))
    .some(
      ({ personId, role, deputies = [] }) =>
        personId === id ||
        (role !== undefined && roles.includes(role)) ||
        deputies.some((deputy) => deputy.personId === id),
    );
};

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
  const isAsked = change.state === "authorize" && waitsFor(change.approval, me);
  const isAskedToExcept = change.exception?.state === "asked" && waitsFor(change.exception.approval, me);
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
