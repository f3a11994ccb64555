import type { Approval } from "../../../shared/approvals/approval.ts";
import { asksOthers, handOverSeats, waitsFor } from "../../../shared/approvals/hand-over.ts";
import { isSame } from "../../../shared/domain/is-same.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { mustBeSeparate } from "../access.ts";
import { type Change, isOpen } from "../change.ts";
import { ChangeApprovalRequested, ChangeUpdated } from "../events.ts";
import { ChangeTaskChanged } from "../events-tasks.ts";
import type { SettingsFields } from "../settings.ts";
import { isOpenTask } from "../task.ts";
import { asking, type Purpose } from "./asking.ts";
import { after, happened } from "./command.ts";
import { tasksChanged } from "./task-changes.ts";

type Leaver = { readonly personId: string; readonly handOverTo?: string | undefined };

const tasksOf = ({ tasks }: Change, personId: string) =>
  tasks.filter((task) => task.assigneeId === personId && isOpenTask(task));

/** Whether there is work on a change that a person has. */
export const hasWorkOn = (change: Change, personId: string): boolean =>
  isOpen(change) && (change.assigneeId === personId || tasksOf(change, personId).length > 0);

/** What a change asks people at this time, with what for. */
const pending = ({ state, approval, exception }: Change): readonly (readonly [Purpose, Approval])[] => [
  ...(state === "authorize" && approval ? [["authorization", approval] as const] : []),
  ...(exception?.state === "asked" ? [["exception", exception.approval] as const] : []),
];

/** Whether a change waits for a person's decision, now or in a later step. */
export const waitsForDecisionOf = (change: Change, personId: string): boolean =>
  pending(change).some(([, approval]) => waitsFor(approval, personId));

/** Who takes over does the work only where the rules let them; otherwise it goes back to the team. */
const successor = (change: Change, { handOverTo }: Leaver, settings: SettingsFields): string | undefined => {
  try {
    mustBeSeparate(handOverTo, change, settings);
    return handOverTo;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
};

/** The work of somebody who is gone goes to who takes over, or back to its team. */
export const handOverWork = (change: Change, leaver: Leaver, settings: SettingsFields): Decision<Change> => {
  const { personId } = leaver;
  if (!hasWorkOn(change, personId)) return [];
  const assigneeId = successor(change, leaver, settings);
  const given = change.assigneeId === personId ? [happened(ChangeUpdated, change, { assigneeId }, {})] : [];
  const tasks = tasksOf(change, personId).map((task) => ({ ...task, assigneeId }));
  return tasks.length === 0
    ? given
    : [...given, tasksChanged(ChangeTaskChanged, after(change, given), tasks)];
};

/** Who takes over decides in the place of who is gone; where nobody may, the question stays as it was. */
export const handOverDecisions = (change: Change, { personId, handOverTo }: Leaver): Decision<Change> => {
  if (handOverTo === undefined) return [];
  return pending(change).flatMap(([purpose, approval]) => {
    const given = handOverSeats(approval, personId, handOverTo);
    if (isSame(given, approval)) return [];
    const changes: Partial<Change> =
      purpose === "authorization"
        ? { approval: given }
        : { exception: { ...(change.exception as NonNullable<Change["exception"]>), approval: given } };
    return asksOthers(approval, given)
      ? [happened(ChangeApprovalRequested, change, changes, asking(given, purpose))]
      : [happened(ChangeUpdated, change, changes, {})];
  });
};
