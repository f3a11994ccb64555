import { type Approval, awaited, openStep } from "../../../shared/approvals/approval.ts";
import type { Voting } from "../../../shared/approvals/decide.ts";

/** What an approval is for: that the change is done, or that it is done in a freeze. */
export type Purpose = "authorization" | "exception";

/** Whom the open step of an approval waits for, as events say it. */
export const asking = (approval: Approval, purpose: Purpose) => {
  const step = openStep(approval);
  const { round } = approval;
  return {
    approval: { round, purpose, step: step?.name ?? "", ...awaited(approval), expiresAt: step?.expiresAt },
  };
};

/** The decision that was just counted, as events say it. */
export const ballotOf = (approval: Approval, { personId, verdict, channel }: Omit<Voting, "now">) => {
  const cast = approval.steps.flatMap(({ name, ballots }) =>
    ballots.filter((ballot) => ballot.personId === personId).map((ballot) => ({ ...ballot, name })),
  );
  const { name: step = "", onBehalfOf } = cast.at(-1) ?? {};
  return { personId, onBehalfOf, step, verdict, channel };
};
