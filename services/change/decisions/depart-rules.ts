import { asksByName, replaceApprover } from "../../../shared/approvals/replace-approver.ts";
import { isSame } from "../../../shared/domain/is-same.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { type Board, tellOfBoard } from "../board.ts";
import type { Delegation } from "../delegation.ts";
import { type Freeze, tellOfFreeze } from "../freeze.ts";
import { type ChangeModel, tellOfModel } from "../model.ts";
import type { ChangeTemplate } from "../template.ts";
import { delegateTo, endDelegation } from "./delegate.ts";
import { reassignTemplate } from "./template.ts";

type Leaver = { readonly personId: string; readonly handOverTo?: string | undefined };
type Planned = { readonly assigneeId?: string | undefined };

/** Who decides on changes where nobody else is named. */
const changeAuthority = "change-manager";

const doesAny = (tasks: readonly Planned[], personId: string): boolean =>
  tasks.some(({ assigneeId }) => assigneeId === personId);

/** Planned work of who is gone is done by who takes over, or by whoever its team gives it to. */
const given = <T extends Planned>(tasks: readonly T[], { personId, handOverTo }: Leaver): T[] =>
  tasks.map((task) => {
    if (task.assigneeId !== personId) return task;
    const { assigneeId: _gone, ...rest } = task;
    return { ...rest, ...(handOverTo === undefined ? {} : { assigneeId: handOverTo }) } as T;
  });

export const sitsIn = ({ memberIds }: Board, personId: string): boolean => memberIds.includes(personId);

/** Who takes over sits in their place. A board that would be without a member or a chair waits for people to name one. */
export const leaveBoard = (board: Board, { personId, handOverTo }: Leaver): Decision<Board> => {
  if (!sitsIn(board, personId)) return [];
  const others = board.memberIds.filter((id) => id !== personId);
  const isNew = handOverTo !== undefined && !others.includes(handOverTo);
  const memberIds = isNew ? [...others, handOverTo] : others;
  const chairId = board.chairId === personId ? handOverTo : board.chairId;
  if (memberIds.length === 0 || chairId === undefined) return [];
  const changes = { memberIds, ...(chairId === board.chairId ? {} : { chairId }) };
  return [tellOfBoard({ ...board, ...changes }, changes)];
};

export const isNamedInModel = ({ approval, tasks }: ChangeModel, personId: string): boolean =>
  asksByName(approval.steps, personId) || doesAny(tasks, personId);

export const replaceInModel = (model: ChangeModel, leaver: Leaver): Decision<ChangeModel> => {
  const { personId, handOverTo } = leaver;
  const steps = replaceApprover(model.approval.steps, personId, handOverTo, changeAuthority);
  const wanted = { approval: { steps }, tasks: given(model.tasks, leaver) };
  if (isSame(wanted, { approval: model.approval, tasks: model.tasks })) return [];
  return [tellOfModel({ ...model, ...wanted }, wanted)];
};

export const isAskedByFreeze = ({ exception }: Freeze, personId: string): boolean =>
  asksByName(exception.steps, personId);

export const replaceInFreeze = (freeze: Freeze, { personId, handOverTo }: Leaver): Decision<Freeze> => {
  if (!isAskedByFreeze(freeze, personId)) return [];
  const steps = replaceApprover(freeze.exception.steps, personId, handOverTo, changeAuthority);
  const changes = { exception: { steps } };
  return [tellOfFreeze({ ...freeze, ...changes }, changes)];
};

export const isPlannedIn = ({ tasks, inUse, state }: ChangeTemplate, personId: string): boolean =>
  state !== "retired" && (doesAny(tasks, personId) || doesAny(inUse?.tasks ?? [], personId));

/** Who does it is no part of what was authorised: the edition in use stays the same one. */
export const replaceInTemplate = (template: ChangeTemplate, leaver: Leaver): Decision<ChangeTemplate> => {
  if (!isPlannedIn(template, leaver.personId)) return [];
  const { tasks, inUse } = template;
  const used = inUse && { inUse: { ...inUse, tasks: given(inUse.tasks, leaver) } };
  return reassignTemplate(template, { tasks: given(tasks, leaver), ...used });
};

/** Whether somebody is away, or stands in for somebody who is, now or later. */
export const isInDelegation = (
  { personId, toId, state, until }: Delegation,
  leaverId: string,
  now: string,
): boolean => state === "active" && until > now && (personId === leaverId || toId === leaverId);

/** Nobody stands in for who is gone; who takes over stands in for others in their place. */
export const handOverDelegation = (
  delegation: Delegation,
  { personId, handOverTo }: Leaver,
  now: string,
): Decision<Delegation> => {
  if (!isInDelegation(delegation, personId, now)) return [];
  const isOwn = delegation.personId === personId;
  const to = isOwn || handOverTo === delegation.personId ? undefined : handOverTo;
  return to === undefined ? endDelegation(delegation) : delegateTo(delegation, to);
};
