import { Refusal } from "../../shared/domain/refusal.ts";
import { meetingsBetween } from "./agenda.ts";
import type { Board } from "./board.ts";
import type { ChangeContext } from "./context.ts";
import { followBoard, plan } from "./decisions/meeting.ts";

const day = 24 * 3_600_000;
/** People plan their changes some weeks ahead, and want to see when they are decided on. */
const daysAhead = 35;

const iso = (at: number): string => new Date(at).toISOString();

/** Plans a regular meeting unless it is planned already, also where two do so at the same moment. */
const planOnce = async (board: Board, startsAt: string, endsAt: string, context: ChangeContext) => {
  const { meetings } = context.part(`meeting#${board.id}#${startsAt}`);
  await meetings
    .create((id) => plan(id, board, { startsAt, endsAt }, true))
    .catch((error: unknown) => {
      if (!(error instanceof Refusal && error.code === "already_exists")) throw error;
    });
};

/** Plans the meetings that a board's schedule asks for, and brings those that are planned up to the board. */
export const planMeetings = async (boardId: string, context: ChangeContext): Promise<void> => {
  const board = await context.boardNow(boardId);
  if (!board) return;
  const from = Date.parse(context.now());
  const wanted = board.state === "active" ? meetingsBetween(board, from, from + daysAhead * day) : [];
  const scheduled = new Map(wanted.map((each) => [iso(each.from), iso(each.until)]));
  const ask = { index: "meetingsByBoard", partition: boardId, from: iso(from) };
  const known = new Set<string>();
  for await (const ids of context.meetings.ids(ask))
    for (const id of ids) {
      const meeting = await context
        .part(`follow#${id}`)
        .meetings.update(id, undefined, (each) => followBoard(each, board, scheduled.has(each.startsAt)));
      if (meeting.regular && !meeting.dropped) known.add(meeting.startsAt);
    }
  for (const [startsAt, endsAt] of scheduled)
    if (!known.has(startsAt)) await planOnce(board, startsAt, endsAt, context);
};
