import { Refusal } from "../../../shared/domain/refusal.ts";
import { dueFor } from "../agenda.ts";
import { StartMeeting, start } from "../decisions/meeting.ts";
import { meetingEndpoint } from "../meeting-endpoint.ts";

export const startChangeMeeting = meetingEndpoint({
  id: "startChangeMeeting",
  summary: "The meeting begins: who is there, and what is due for the board as its agenda",
  route: "POST /change-meetings/{changeMeetingId}/start",
  body: StartMeeting,
  more: async ({ boardId }, context) => ({
    board: await context.boardNow(boardId),
    due: (await dueFor(boardId, context)).map(({ change, kind }) => ({ changeId: change.id, kind })),
  }),
  decide: (meeting, body, { now, more: { board, due } }) => {
    if (board?.state !== "active") throw new Refusal("rule_violation", "The board is retired");
    return start(meeting, body, { board, due, now });
  },
});
