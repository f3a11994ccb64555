import { type Approval, awaited, openStep } from "../../../shared/approvals/approval.ts";
import { passTime, type Voting, vote } from "../../../shared/approvals/decide.ts";
import { isSame } from "../../../shared/domain/is-same.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import {
  RequestItemApprovalDecided,
  RequestItemApprovalReminded,
  RequestItemApprovalRequested,
  RequestItemRejected,
} from "../events.ts";
import { type RequestItem, requestItemLifecycle } from "../request-item.ts";
import { after, itemHappened } from "./command.ts";

/** Whom the open step of an approval waits for, as events say it. */
export const asking = (approval: Approval) => {
  const step = openStep(approval);
  const waits = awaited(approval);
  return {
    approval: {
      round: approval.round,
      step: step?.name ?? "",
      people: waits.people,
      roles: waits.roles,
      expiresAt: step?.expiresAt,
    },
  };
};

const ballotOf = (approval: Approval, { personId, verdict }: Voting) => {
  const cast = approval.steps.flatMap(({ name, ballots }) =>
    ballots.filter((ballot) => ballot.personId === personId).map((ballot) => ({ ...ballot, name })),
  );
  const { name: step = "", onBehalfOf } = cast.at(-1) ?? {};
  return { decision: { personId, onBehalfOf, step, verdict } };
};

const rejected = (item: RequestItem, why: "rejected" | "expired", reason: string, now: string) => {
  const state = requestItemLifecycle.next(item.state, "reject");
  return itemHappened(RequestItemRejected, item, { state, reason, endedAt: now }, { why });
};

/** It is another thing than it was when people were first asked. */
const isAskedAnew = ({ approval }: RequestItem): boolean => (approval?.round ?? 1) > 1;

/**
 * What was changed is decided on by who has seen it so: a yes that was on its way when it was changed is none for
 * the other answers. The round says what was seen, or the version does.
 */
export const mustHaveSeen = (
  item: RequestItem,
  round: number | undefined,
  ifMatch: number | undefined,
): void => {
  const now = item.approval?.round ?? 1;
  if (round !== undefined && round !== now)
    throw new Refusal("illegal_transition", `It was changed: round ${now} is asked, not ${round}`);
  if (round === undefined && ifMatch === undefined && isAskedAnew(item))
    throw new Refusal("rule_violation", "It was changed: say which round, or which version, is decided on", [
      { path: "body.round", message: `The round that was seen; ${now} is asked` },
    ]);
};

const openAt = ({ steps }: Approval): number => steps.findIndex(({ state }) => state === "open");

/** Somebody who was asked decides on an item; the next step is asked, or it is not approved. What follows from a yes is `follow`'s. */
export const decide = (item: RequestItem, voting: Voting): Decision<RequestItem> => {
  requestItemLifecycle.next(item.state, voting.verdict === "reject" ? "reject" : "approve");
  const { approval: before } = item;
  if (before === undefined) throw new Refusal("illegal_transition", "Nobody was asked to decide on it");
  const approval = vote(before, voting);
  if (isSame(approval.steps, before.steps)) return [];
  const { comment, now } = voting;
  const said = comment === undefined ? undefined : { comment };
  const told = [
    itemHappened(RequestItemApprovalDecided, item, { approval }, ballotOf(approval, voting), said),
  ];
  const latest = after(item, told);
  if (approval.state === "rejected")
    return [...told, rejected(latest, "rejected", comment ?? "Not approved", now)];
  if (approval.state !== "pending" || openAt(approval) === openAt(before)) return told;
  return [...told, itemHappened(RequestItemApprovalRequested, latest, {}, asking(approval))];
};

/** What time alone does to an approval: those who have not decided are reminded, or it was not approved. */
export const letTimePass = (item: RequestItem, now: string): Decision<RequestItem> => {
  if (item.state !== "awaiting_approval" || item.approval === undefined) return [];
  const passed = passTime(item.approval, now);
  if (passed === undefined) return [];
  const { approval, what } = passed;
  if (what === "reminded")
    return [itemHappened(RequestItemApprovalReminded, item, { approval }, asking(approval))];
  const ended = rejected({ ...item, approval }, "expired", "Nobody decided in time", now);
  return [{ ...ended, changes: { ...ended.changes, approval } }];
};

/** Whether somebody is asked to decide on an item now. */
export const isAsked = (item: RequestItem, personId: string, roles: readonly string[]): boolean => {
  if (item.state !== "awaiting_approval") return false;
  const waits = awaited(item.approval);
  return waits.people.includes(personId) || waits.roles.some((role) => roles.includes(role));
};
