import * as z from "zod";
import { openStep } from "../../../shared/approvals/approval.ts";
import { ask, passTime, type Voting, voided, vote } from "../../../shared/approvals/decide.ts";
import { withDeputies } from "../../../shared/approvals/delegation.ts";
import { isSame } from "../../../shared/domain/is-same.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { barredFrom } from "../access.ts";
import type { Change } from "../change.ts";
import {
  ChangeApprovalDecided,
  ChangeApprovalReminded,
  ChangeApprovalRequested,
  ChangeExceptionGranted,
  ChangeExceptionRefused,
} from "../events.ts";
import { asking, ballotOf } from "./asking.ts";
import { after, type Circumstances, command, happened } from "./command.ts";
import { freezesBetween, type Hit, notExcepted } from "./freezes.ts";

type Exception = NonNullable<Change["exception"]>;

/** It is planned: before that there is no window to except, afterwards nothing left to begin. */
const planned: readonly Change["state"][] = ["new", "assess", "authorize", "scheduled"];

const mustBePlanned = ({ state }: Change): void => {
  if (!planned.includes(state))
    throw new Refusal("illegal_transition", `Exceptions are not possible in state "${state}"`);
};

/**
 * The freezes that an exception has to be for: all that meet its window, where one of them stands in the way. A
 * change has one exception, so another one is also for what the last was for.
 */
export const toBeExcepted = (change: Change, { freezes = [] }: Circumstances): readonly Hit[] => {
  const { plannedStart: from, plannedEnd: to } = change;
  if (from === undefined || to === undefined) return [];
  const hits = freezesBetween(change, freezes, from, to);
  return notExcepted(change, hits, from, to).length === 0 ? [] : hits;
};

const inTheWay = (change: Change, on: Circumstances) => {
  const { plannedStart: from, plannedEnd: to } = change;
  if (from === undefined || to === undefined)
    throw new Refusal("rule_violation", "It has no window yet that could be excepted");
  const hits = toBeExcepted(change, on);
  if (hits.length === 0) throw new Refusal("rule_violation", "No freeze stands in its way");
  return { from, to, freezeIds: hits.map(({ freezeId }) => freezeId) };
};

/** What people have begun to decide they decide; another question would wipe what was said. */
const mustNotBeAsked = ({ exception }: Change): void => {
  if (exception?.state === "asked")
    throw new Refusal("illegal_transition", "An exception was asked for and is being decided");
};

const granted = (change: Change, exception: Exception): Decision<Change> => {
  const changes = { exception: { ...exception, state: "granted" as const } };
  return [happened(ChangeExceptionGranted, change, changes, { freezeIds: exception.freezeIds })];
};

/** Asks for a change to be done in the freezes that stand in its way; each freeze says who decides. */
export const requestException = command({
  body: z.strictObject({ reason: z.string().trim().min(1).max(2000) }),
  decide: (change, { reason }, on) => {
    mustBePlanned(change);
    mustNotBeAsked(change);
    const about = inTheWay(change, on);
    const { asked, now, settings } = on;
    if (asked === undefined || asked.version !== change.version)
      throw new Refusal("write_conflict", "Somebody changed it at this moment; try again");
    if (asked.steps.length === 0) throw new Refusal("rule_violation", "Nobody is asked about the exception");
    const round = (change.exception?.approval.round ?? 0) + 1;
    const question = ask(round, asked.steps, barredFrom(change, settings), now);
    const approval = withDeputies(question, asked.absences ?? []);
    const exception: Exception = { ...about, reason, state: "asked", approval };
    return [happened(ChangeApprovalRequested, change, { exception }, asking(approval, "exception"))];
  },
});

const ended = (change: Change, exception: Exception, state: "refused" | "expired"): Decision<Change> => [
  happened(ChangeExceptionRefused, change, { exception: { ...exception, state } }, { reason: state }),
];

/** Somebody decides whether a change may be done in a freeze. */
export const decideException = (
  change: Change,
  voting: Omit<Voting, "now">,
  { now, settings }: Circumstances,
): Decision<Change> => {
  mustBePlanned(change);
  const { exception } = change;
  if (!exception) throw new Refusal("illegal_transition", "No exception was asked for");
  const barred = [...new Set([...exception.approval.barred, ...barredFrom(change, settings)])];
  const approval = vote({ ...exception.approval, barred }, { ...voting, now });
  if (isSame(approval.steps, exception.approval.steps)) return [];
  const decision = ballotOf(approval, voting);
  const latest: Exception = { ...exception, approval };
  const told = [
    happened(
      ChangeApprovalDecided,
      change,
      { exception: latest },
      { decision: { ...decision, purpose: "exception" as const } },
      voting.comment ? { comment: voting.comment } : undefined,
    ),
  ];
  const next = after(change, told);
  if (approval.state === "approved") return [...told, ...granted(next, latest)];
  if (approval.state === "rejected") return [...told, ...ended(next, latest, "refused")];
  const at = (of: typeof approval) => of.steps.findIndex(({ state }) => state === "open");
  return at(approval) === at(exception.approval)
    ? told
    : [...told, happened(ChangeApprovalRequested, next, {}, asking(approval, "exception"))];
};

/** What time alone does to a question about an exception. */
export const letExceptionPass = (change: Change, now: string): Decision<Change> => {
  const { exception } = change;
  if (exception?.state !== "asked" || !planned.includes(change.state)) return [];
  const passed = passTime(exception.approval, now);
  if (!passed) return [];
  const latest: Exception = { ...exception, approval: passed.approval };
  if (passed.what === "expired") return ended(change, latest, "expired");
  const told = asking(passed.approval, "exception");
  return openStep(passed.approval)
    ? [happened(ChangeApprovalReminded, change, { exception: latest }, told)]
    : [];
};

/** Another scope or window is not what people excepted. */
export const withExceptionVoid = ({ exception }: Change, now: string): Partial<Change> =>
  exception === undefined || (exception.state !== "asked" && exception.state !== "granted")
    ? {}
    : { exception: { ...exception, state: "void", approval: voided(exception.approval, now) } };
