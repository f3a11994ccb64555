import { isSame } from "../domain/is-same.ts";
import type { Approval, Seat } from "./approval.ts";

/** Who decides for whom while somebody is away. Times are ISO 8601 UTC; `until` is the first moment without. */
export type Delegation = {
  readonly personId: string;
  readonly toId: string;
  readonly from: string;
  readonly until: string;
};

const withDeputiesOf = (seat: Seat, delegations: readonly Delegation[], barred: readonly string[]): Seat => {
  const { deputies: _before, ...rest } = seat;
  const deputies = delegations
    .filter(({ personId, toId }) => personId === seat.personId && !barred.includes(toId))
    .map(({ toId, from, until }) => ({ personId: toId, from, until }));
  return deputies.length > 0 ? { ...rest, deputies } : rest;
};

/**
 * Names in every seat who stands in for its person and when. It is not passed on: a deputy has no deputies. Who
 * is barred from deciding is no deputy either.
 */
export const withDeputies = (approval: Approval, delegations: readonly Delegation[]): Approval => ({
  ...approval,
  steps: approval.steps.map((step) => ({
    ...step,
    seats: step.seats.map((seat) => withDeputiesOf(seat, delegations, approval.barred)),
  })),
});

/** The approval with the deputies that these absences give it; undefined where it has them already. */
export const renewed = (approval: Approval, delegations: readonly Delegation[]): Approval | undefined => {
  const after = withDeputies(approval, delegations);
  return isSame(after, approval) ? undefined : after;
};

/** Whether somebody may decide in another's seat at a moment. */
export const isDeputy = (seat: Seat, personId: string, now: string): boolean =>
  seat.deputies?.some((each) => each.personId === personId && each.from <= now && now < each.until) ?? false;
