import { isSame } from "../domain/is-same.ts";
import { type Approval, openStep, type Seat } from "./approval.ts";

/** Whether nobody has decided in a seat yet, so that somebody else may take it. */
const isFree = (ballots: readonly { readonly seat: string }[], { id }: Seat): boolean =>
  ballots.every(({ seat }) => seat !== id);

/** Whether an approval waits, now or in a later step, for a person by name. */
export const waitsFor = (approval: Approval | undefined, personId: string): boolean =>
  approval?.state === "pending" &&
  approval.steps.some(
    ({ state, seats, ballots }) =>
      (state === "open" || state === "waiting") &&
      seats.some((seat) => seat.personId === personId && isFree(ballots, seat)),
  );

/** Who will be asked by name in steps that are not open yet. */
export const seatedLater = (approval: Approval | undefined): string[] => {
  const steps = approval?.state === "pending" ? approval.steps : [];
  const waiting = steps.filter(({ state }) => state === "waiting");
  return [...new Set(waiting.flatMap(({ seats }) => seats.flatMap(({ personId }) => personId ?? [])))];
};

/**
 * The approval with somebody else in the seats of a person who is gone, where nobody has decided yet. Who may
 * not decide, or sits in the same step already, takes no seat: then the seat stays as it is.
 */
export const handOverSeats = (approval: Approval, personId: string, toId: string): Approval => {
  if (approval.barred.includes(toId)) return approval;
  return {
    ...approval,
    steps: approval.steps.map((step) => {
      const { state, seats, ballots } = step;
      const isOver = state !== "open" && state !== "waiting";
      if (isOver || seats.some((seat) => seat.personId === toId)) return step;
      const given = seats.map((seat): Seat => {
        if (seat.personId !== personId || !isFree(ballots, seat)) return seat;
        const { deputies: _former, ...rest } = seat;
        return { ...rest, personId: toId, via: `instead of ${personId}` };
      });
      return { ...step, seats: given };
    }),
  };
};

/** Whether what is asked of people at this moment is asked of others after it. */
export const asksOthers = (before: Approval, after: Approval): boolean =>
  !isSame(openStep(before)?.seats, openStep(after)?.seats);
