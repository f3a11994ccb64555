import { subscription } from "../../../shared/events/subscription.ts";
import type { ChangeContext } from "../context.ts";
import { noteVerdict } from "../decisions/meeting.ts";
import { ChangeBoardDecided } from "../events-board.ts";

export const boardDecided = subscription({
  id: "board-decided",
  summary: "What a board decided is written on the agenda of its meeting.",
  event: ChangeBoardDecided,
  handle: async ({ meta, data: { board } }, { meetings }: ChangeContext) => {
    const { meetingId, verdict } = board;
    await meetings.update(meetingId, undefined, (meeting) =>
      noteVerdict(meeting, meta.subject, verdict, meta.occurredAt),
    );
  },
});
