import type { Approval, Seat } from "../../shared/approvals/approval.ts";
import { openStep } from "../../shared/approvals/approval.ts";

/** How seats say that somebody sits there as a member of a board. */
const prefix = "board:";

export const seatedVia = ({ via }: Seat, boardId: string): boolean => via === `${prefix}${boardId}`;

const boardsIn = (seats: readonly Seat[]): string[] => [
  ...new Set(
    seats.flatMap(({ via }) => (via?.startsWith(prefix) === true ? [via.slice(prefix.length)] : [])),
  ),
];

/** The boards that the open step of an approval waits for. */
export const awaitedBoards = (approval: Approval | undefined): string[] => {
  const step = approval?.state === "pending" ? openStep(approval) : undefined;
  const vacant = step?.seats.filter(({ id }) => step.ballots.every(({ seat }) => seat !== id)) ?? [];
  return boardsIn(vacant);
};

/** The boards that were ever asked in an approval. */
export const askedBoards = (approval: Approval | undefined): string[] =>
  boardsIn(approval?.steps.flatMap(({ seats }) => seats) ?? []);
