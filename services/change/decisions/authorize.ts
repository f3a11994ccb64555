import type { Approval } from "../../../shared/approvals/approval.ts";
import { ask, passTime, type Voting, voided, vote } from "../../../shared/approvals/decide.ts";
import { withDeputies } from "../../../shared/approvals/delegation.ts";
import { isSame } from "../../../shared/domain/is-same.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision, Occurrence } from "../../../shared/dynamo/record.ts";
import { barredFrom } from "../access.ts";
import type { Change } from "../change.ts";
import { pathOf } from "../change-type.ts";
import {
  ChangeApprovalDecided,
  ChangeApprovalReminded,
  ChangeApprovalRequested,
  ChangeAuthorized,
  ChangeRejected,
  ChangeScheduled,
} from "../events.ts";
import { asking, ballotOf } from "./asking.ts";
import { after, type Circumstances, happened } from "./command.ts";
import { mustBeScheduable } from "./freezes.ts";

/** Approved by all who had to: it is authorised, and stands in the schedule, where no freeze is in its way. */
const authorized = (change: Change, { freezes = [] }: Circumstances): Decision<Change> => {
  mustBeScheduable(change, freezes);
  const state = pathOf[change.type].next("authorize", "approve");
  return [
    happened(ChangeAuthorized, change, { state }, {}),
    happened(ChangeScheduled, { ...change, state }, {}, {}),
  ];
};

/** Puts the change to those who are to approve it; there is always somebody. */
export const askForApproval = (change: Change, on: Circumstances): Decision<Change> => {
  const { asked, now, settings } = on;
  if (asked === undefined || asked.version !== change.version)
    throw new Refusal("write_conflict", "Somebody changed it at this moment; try again");
  if (asked.steps.length === 0) throw new Refusal("rule_violation", "Nobody is asked to approve it");
  const round = (change.approval?.round ?? 0) + 1;
  const question = ask(round, asked.steps, barredFrom(change, settings), now);
  const approval = withDeputies(question, asked.absences ?? []);
  return [happened(ChangeApprovalRequested, change, { approval }, asking(approval, "authorization"))];
};

const decided = (change: Change, approval: Approval, voting: Voting): Occurrence<Change> => {
  const decision = ballotOf(approval, voting);
  const { comment } = voting;
  return happened(
    ChangeApprovalDecided,
    change,
    { approval },
    { decision },
    comment ? { comment } : undefined,
  );
};

const ended = (change: Change, reason: "rejected" | "expired"): Decision<Change> => {
  const state = pathOf[change.type].next(change.state, "reject");
  return [happened(ChangeRejected, change, { state }, { reason })];
};

/**
 * Somebody decides on a change, and what follows: the next step is asked, it is authorised, or it is new
 * again. Who asks for it or does it is barred at this moment, whoever that was when it was put to people.
 */
export const decide = (change: Change, voting: Omit<Voting, "now">, on: Circumstances): Decision<Change> => {
  const { now, settings } = on;
  pathOf[change.type].next(change.state, voting.verdict === "reject" ? "reject" : "approve");
  if (!change.approval) throw new Refusal("illegal_transition", "Nobody was asked to decide on this change");
  const barred = [...new Set([...change.approval.barred, ...barredFrom(change, settings)])];
  const approval = vote({ ...change.approval, barred }, { ...voting, now });
  if (isSame(approval.steps, change.approval.steps)) return [];
  const told = [decided(change, approval, { ...voting, now })];
  const latest = after(change, told);
  if (approval.state === "approved") return [...told, ...authorized(latest, on)];
  if (approval.state === "rejected") return [...told, ...ended(latest, "rejected")];
  const openAt = ({ steps }: Approval) => steps.findIndex(({ state }) => state === "open");
  return openAt(approval) === openAt(change.approval)
    ? told
    : [...told, happened(ChangeApprovalRequested, latest, {}, asking(approval, "authorization"))];
};

/** What time alone does to an approval: those who have not decided are reminded, or it was not approved. */
export const letTimePass = (change: Change, now: string): Decision<Change> => {
  if (change.state !== "authorize" || !change.approval) return [];
  const passed = passTime(change.approval, now);
  if (!passed) return [];
  const { approval, what } = passed;
  if (what === "reminded")
    return [happened(ChangeApprovalReminded, change, { approval }, asking(approval, "authorization"))];
  return ended({ ...change, approval }, "expired").map((occurrence) => ({
    ...occurrence,
    changes: { ...occurrence.changes, approval },
  }));
};

/** What was approved or asked does not count any more. */
export const withApprovalVoid = ({ approval }: Change, now: string): Partial<Change> =>
  approval === undefined || approval.state === "void" || approval.state === "rejected"
    ? {}
    : { approval: voided(approval, now) };

/** Whether everybody whom the change needed has approved it as it is now. */
export const isAuthorized = ({ type, approval }: Pick<Change, "type" | "approval">): boolean =>
  type === "standard" || approval?.state === "approved";
