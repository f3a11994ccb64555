import { seatedPeople } from "../../../shared/approvals/absences.ts";
import type { Approval } from "../../../shared/approvals/approval.ts";
import { type Delegation as Absence, renewed } from "../../../shared/approvals/delegation.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import type { Change } from "../change.ts";
import { type Delegation, type DelegationFields, delegationLifecycle } from "../delegation.ts";
import { ChangeApprovalRequested } from "../events.ts";
import { ApprovalDelegated, ApprovalDelegationEnded } from "../events-delegation.ts";
import { asking, type Purpose } from "./asking.ts";
import { happened } from "./command.ts";

const told = (event: typeof ApprovalDelegated, before: Partial<Delegation>, changes: Partial<Delegation>) => {
  const { id, personId, toId, from, until, state } = { ...before, ...changes } as Delegation;
  return [occurred(event, { delegation: { id, personId, toId, from, until, state } }, changes)];
};

export const delegate = (
  id: string,
  { personId, ...fields }: DelegationFields,
  by: string,
  now: string,
): Decision<Delegation> => {
  const away = personId ?? by;
  const refused = (path: string, message: string) =>
    new Refusal("rule_violation", undefined, [{ path: `body.${path}`, message }]);
  if (fields.toId === away) throw refused("toId", "Nobody stands in for themselves");
  if (fields.until <= now) throw refused("until", "That is past");
  return told(ApprovalDelegated, { id }, { ...fields, personId: away, state: "active" });
};

export const endDelegation = (delegation: Delegation): Decision<Delegation> =>
  told(ApprovalDelegationEnded, delegation, { state: delegationLifecycle.next(delegation.state, "end") });

/** Somebody else stands in, for the same time. */
export const delegateTo = (delegation: Delegation, toId: string): Decision<Delegation> =>
  told(ApprovalDelegated, delegation, { toId });

/** People whose absence matters to a change now: those it waits for. */
export const awaitedPeople = ({ state, approval, exception }: Change): string[] =>
  seatedPeople([
    ...(state === "authorize" && approval ? [approval] : []),
    ...(exception?.state === "asked" ? [exception.approval] : []),
  ]);

const again = (change: Change, approval: Approval, purpose: Purpose, changes: Partial<Change>) =>
  happened(ChangeApprovalRequested, change, changes, asking(approval, purpose));

/** Names in what a change asks for who stands in for whom, as is known now; deputies are asked, too. */
export const renewDeputies = (change: Change, absences: readonly Absence[]): Decision<Change> => {
  const { approval, exception, state } = change;
  const asked = state === "authorize" && approval ? renewed(approval, absences) : undefined;
  const excepted = exception?.state === "asked" ? renewed(exception.approval, absences) : undefined;
  return [
    ...(asked ? [again(change, asked, "authorization", { approval: asked })] : []),
    ...(exception && excepted
      ? [again(change, excepted, "exception", { exception: { ...exception, approval: excepted } })]
      : []),
  ];
};
