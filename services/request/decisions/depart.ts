import type { Seat } from "../../../shared/approvals/approval.ts";
import { asksOthers, handOverSeats, waitsFor } from "../../../shared/approvals/hand-over.ts";
import { isSame } from "../../../shared/domain/is-same.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { RequestItemApprovalRequested, RequestTaskChanged } from "../events.ts";
import { isOpenItem, type RequestItem } from "../request-item.ts";
import { isOverTask, type RequestTask } from "../task.ts";
import { asking } from "./approve.ts";
import { itemHappened } from "./command.ts";

type Leaver = { readonly personId: string; readonly handOverTo?: string | undefined };
/** Whether the departure means what a team has. */
type IsMeant = (teamId: string | undefined) => boolean;

const isTheirs = (task: RequestTask, { personId }: Leaver, isMeant: IsMeant): boolean =>
  !isOverTask(task) &&
  isMeant(task.teamId) &&
  (task.assigneeId === personId || task.escalated?.personId === personId);

export const hasTasksOf = (item: RequestItem, leaver: Leaver, isMeant: IsMeant): boolean =>
  isOpenItem(item) && item.tasks.some((task) => isTheirs(task, leaver, isMeant));

/** Whether an item waits for a person's decision, now or in a later step. */
export const waitsForDecisionOf = ({ state, approval }: RequestItem, personId: string): boolean =>
  state === "awaiting_approval" && waitsFor(approval, personId);

/** The tasks of somebody who is gone go to who takes over, or back to their teams. */
export const handOverTasks = (item: RequestItem, leaver: Leaver, isMeant: IsMeant): Decision<RequestItem> => {
  if (!hasTasksOf(item, leaver, isMeant)) return [];
  const { personId, handOverTo } = leaver;
  const given = item.tasks.map((task): RequestTask => {
    if (!isTheirs(task, leaver, isMeant)) return task;
    const { assigneeId, escalated, ...rest } = task;
    const to = assigneeId === personId ? handOverTo : assigneeId;
    const isEscalatedToThem = escalated?.personId === personId;
    const whom = isEscalatedToThem
      ? handOverTo && { escalated: { ...escalated, personId: handOverTo } }
      : escalated && { escalated };
    return { ...rest, ...(to === undefined ? {} : { assigneeId: to }), ...whom };
  });
  const changed = given.filter((task, at) => task !== item.tasks[at]);
  return [itemHappened(RequestTaskChanged, item, { tasks: given }, { tasks: changed })];
};

/** In the place of who is gone decides who takes over; where nobody may, whoever has the role of the last resort. */
export const handOverApproval = (
  item: RequestItem,
  { personId, handOverTo }: Leaver,
  lastResortRole: string,
): Decision<RequestItem> => {
  const { approval } = item;
  if (approval === undefined || !waitsForDecisionOf(item, personId)) return [];
  const handed = handOverTo === undefined ? approval : handOverSeats(approval, personId, handOverTo);
  const toRole = (seat: Seat): Seat => {
    const { personId: _gone, deputies: _stood, ...rest } = seat;
    return { ...rest, role: lastResortRole, via: `instead of ${personId}` };
  };
  const given = {
    ...handed,
    steps: handed.steps.map((step) => ({
      ...step,
      // Who sits in the step already speaks for both; what they have decided stays.
      seats: step.seats.map((seat) =>
        seat.personId === personId && waitsFor({ ...handed, steps: [step] }, personId) ? toRole(seat) : seat,
      ),
    })),
  };
  if (isSame(given, approval)) return [];
  const extra = asksOthers(approval, given) ? asking(given) : asking(approval);
  return [itemHappened(RequestItemApprovalRequested, item, { approval: given }, extra)];
};
