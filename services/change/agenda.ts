import { occurrencesBetween } from "../../shared/time/recurrence.ts";
import type { Board } from "./board.ts";
import type { Change } from "./change.ts";
import type { ChangeContext } from "./context.ts";
import { target } from "./edges.ts";
import type { Item, Meeting } from "./meeting.ts";

/** As many as a meeting can come to, and so as are looked at. */
const most = 60;
const day = 24 * 3_600_000;
/** Boards that meet more rarely are asked for a meeting. */
const daysAhead = 62;

const tiedTo = (partition: string, { changes }: Pick<ChangeContext, "changes">): Promise<readonly Change[]> =>
  changes.few({ index: "byTarget", partition, edges: true }, most);

/** Earlier planned work first; what has no window yet last. */
const inOrder = (changes: readonly Change[]): readonly Change[] =>
  changes.toSorted((a, b) =>
    `${a.plannedStart ?? "9999"}#${a.id}` < `${b.plannedStart ?? "9999"}#${b.id}` ? -1 : 1,
  );

/** What is due for a board: changes that wait for it, and those it approved that did not succeed. */
export const dueFor = async (
  boardId: string,
  context: Pick<ChangeContext, "changes">,
): Promise<readonly { readonly change: Change; readonly kind: Item["kind"] }[]> => {
  const [waiting, reviewed] = await Promise.all([
    tiedTo(target.board(boardId), context),
    tiedTo(target.boardReview(boardId), context),
  ]);
  return [
    ...inOrder(waiting).map((change) => ({ change, kind: "decision" as const })),
    ...inOrder(reviewed).map((change) => ({ change, kind: "review" as const })),
  ];
};

/** When a board meets regularly in a stretch (epoch ms). */
export const meetingsBetween = ({ meetings }: Board, from: number, to: number) =>
  meetings === undefined
    ? []
    : occurrencesBetween(meetings, from, to).filter((occurrence) => occurrence.from >= from);

/** When the board meets again after a meeting: what begins before that is decided now. */
export const nextMeeting = (board: Board, { endsAt }: Pick<Meeting, "endsAt">): string | undefined => {
  const from = Date.parse(endsAt);
  const [next] = meetingsBetween(board, from, from + daysAhead * day);
  return next && new Date(next.from).toISOString();
};
