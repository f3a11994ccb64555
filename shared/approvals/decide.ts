import { Refusal } from "../domain/refusal.ts";
import {
  type Approval,
  type Ballot,
  type Channel,
  openStep,
  type Seat,
  type Step,
  type Verdict,
} from "./approval.ts";
import { isDeputy } from "./delegation.ts";
import type { ResolvedStep } from "./resolve.ts";
import { neededOf, outcomeOf } from "./tally.ts";

const hour = 3_600_000;
const later = (from: string, hours: number | undefined): string | undefined =>
  hours === undefined ? undefined : new Date(Date.parse(from) + hours * hour).toISOString();

const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;

const waiting = ({ seats, rule, ...step }: ResolvedStep): Step => ({
  ...step,
  rule,
  state: "waiting",
  needed: neededOf(rule, seats.length),
  seats,
  ballots: [],
});

const opened = (step: Step, now: string): Step =>
  defined({
    ...step,
    state: "open",
    openedAt: now,
    remindAt: later(now, step.remindHours),
    expiresAt: later(now, step.expiresHours),
  });

/** The next step opens; without one all is approved. */
const advanced = (approval: Approval, now: string): Approval => {
  const next = approval.steps.findIndex(({ state }) => state === "waiting");
  if (next < 0) return { ...approval, state: "approved", endedAt: now };
  return { ...approval, steps: approval.steps.map((step, at) => (at === next ? opened(step, now) : step)) };
};

/** Puts the question. Without steps it is approved at once. */
export const ask = (
  round: number,
  steps: readonly ResolvedStep[],
  barred: readonly string[],
  now: string,
): Approval =>
  advanced({ round, state: "pending", askedAt: now, barred: [...barred], steps: steps.map(waiting) }, now);

/** Adds steps to what is asked already; what was approved is open again for them. */
export const askMore = (approval: Approval, steps: readonly ResolvedStep[], now: string): Approval => {
  const { endedAt: _ended, ...asked } = approval;
  const more = { ...asked, state: "pending" as const, steps: [...asked.steps, ...steps.map(waiting)] };
  return openStep(more) ? more : advanced(more, now);
};

/** Somebody's decision: who, and with which roles. */
export type Voting = {
  readonly personId: string;
  readonly roles: readonly string[];
  readonly verdict: Verdict;
  readonly comment?: string | undefined;
  readonly channel: Channel;
  /** The step that is meant, counted from 1; the open one unless given. */
  readonly step?: number | undefined;
  readonly now: string;
};

const seatFor = (step: Step, { personId, roles, now }: Voting): Seat | undefined => {
  const vacant = step.seats.filter(({ id }) => step.ballots.every(({ seat }) => seat !== id));
  return (
    vacant.find((seat) => seat.personId === personId) ??
    vacant.find((seat) => isDeputy(seat, personId, now)) ??
    vacant.find((seat) => seat.role !== undefined && roles.includes(seat.role))
  );
};

const lastBallotOf = ({ steps }: Approval, personId: string): Ballot | undefined =>
  steps.flatMap(({ ballots }) => ballots.filter((each) => each.personId === personId)).at(-1);

/** Somebody decides again: the same is no news, another decision comes too late. */
const repeated = (approval: Approval, voting: Voting, given: Ballot): Approval => {
  if (given.verdict === voting.verdict) return approval;
  throw new Refusal("rule_violation", `A decision is final: it was "${given.verdict}"`);
};

const filled = (approval: Approval, step: Step, ballot: Ballot): Approval => {
  const ballots = [...step.ballots, ballot];
  const outcome = outcomeOf({ ...step, ballots });
  const after: Step = { ...step, ballots, state: outcome ?? "open" };
  const steps = approval.steps.map((each) => (each === step ? after : each));
  if (outcome === undefined) return { ...approval, steps };
  if (outcome === "approved") return advanced({ ...approval, steps }, ballot.at);
  return { ...approval, steps, state: "rejected", endedAt: ballot.at };
};

const mustBePending = ({ state }: Approval, step: Step | undefined, now: string): Step => {
  if (state !== "pending" || step === undefined)
    throw new Refusal("illegal_transition", `This was decided already: ${state}`);
  if (step.expiresAt !== undefined && step.expiresAt <= now)
    throw new Refusal("illegal_transition", "The time in which to decide is over");
  return step;
};

/**
 * Counts one decision. It is final, and repeating it changes nothing. Nobody fills two seats of a step, so that
 * a quorum is always of different people. Refuses who is barred or is not asked (`forbidden`), another decision
 * after the first (`rule_violation`), and what comes too late (`illegal_transition`).
 */
export const vote = (approval: Approval, voting: Voting): Approval => {
  const { personId, verdict, comment, channel, now } = voting;
  if (approval.barred.includes(personId))
    throw new Refusal("forbidden", "Who asks for it or does the work does not approve it");
  const current = openStep(approval);
  const meant = voting.step === undefined ? current : approval.steps[voting.step - 1];
  const here = meant?.ballots.find((each) => each.personId === personId);
  if (here) return repeated(approval, voting, here);
  if (meant !== current) throw new Refusal("illegal_transition", "This step is not open");
  const before = lastBallotOf(approval, personId);
  if (before && (approval.state !== "pending" || !current || !seatFor(current, voting)))
    return repeated(approval, voting, before);
  const step = mustBePending(approval, current, now);
  const seat = seatFor(step, voting);
  if (!seat) throw new Refusal("forbidden", "You are not asked to decide this");
  const onBehalfOf = seat.personId === undefined || seat.personId === personId ? undefined : seat.personId;
  return filled(
    approval,
    step,
    defined({ seat: seat.id, personId, onBehalfOf, verdict, at: now, comment, channel }),
  );
};

const ended = (approval: Approval, state: "expired" | "void", now: string): Approval => ({
  ...approval,
  state,
  endedAt: now,
  steps: approval.steps.map((step) =>
    step.state === "open" || step.state === "waiting" ? { ...step, state } : step,
  ),
});

/** It is not asked any more, or what was decided does not count any more. */
export const voided = (approval: Approval, now: string): Approval => ended(approval, "void", now);

/** What time alone does: a reminder falls due, or the time to decide is over. Nothing: `undefined`. */
export const passTime = (
  approval: Approval,
  now: string,
): { readonly approval: Approval; readonly what: "reminded" | "expired" } | undefined => {
  const step = approval.state === "pending" ? openStep(approval) : undefined;
  if (!step) return undefined;
  if (step.expiresAt !== undefined && step.expiresAt <= now)
    return { approval: ended(approval, "expired", now), what: "expired" };
  if (step.remindAt === undefined || step.remindAt > now) return undefined;
  const after = { ...step, remindAt: later(now, step.remindHours) } as Step;
  return {
    approval: { ...approval, steps: approval.steps.map((each) => (each === step ? after : each)) },
    what: "reminded",
  };
};
