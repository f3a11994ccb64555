import { keptEndpoints } from "../../shared/kept/kept-endpoints.ts";
import { Board, BoardFields, BoardId, tellOfBoard } from "./board.ts";
import type { ChangeContext } from "./context.ts";
import { cancelChangeMeeting } from "./endpoints/cancel-change-meeting.ts";
import { closeChangeMeeting } from "./endpoints/close-change-meeting.ts";
import { decideChangeAtMeeting } from "./endpoints/decide-change-at-meeting.ts";
import { getChangeMeeting } from "./endpoints/get-change-meeting.ts";
import { getChangeMeetingAgenda } from "./endpoints/get-change-meeting-agenda.ts";
import { listChangeMeetingHistory } from "./endpoints/list-change-meeting-history.ts";
import { listChangeMeetings } from "./endpoints/list-change-meetings.ts";
import { planChangeMeeting } from "./endpoints/plan-change-meeting.ts";
import { putOnMeetingAgenda } from "./endpoints/put-on-meeting-agenda.ts";
import { startChangeMeeting } from "./endpoints/start-change-meeting.ts";
import { paths } from "./table-kept.ts";

/** Change advisory boards and their meetings. */
export const boardEndpoints = [
  ...keptEndpoints<ChangeContext, Board, typeof BoardFields>({
    noun: ["ChangeBoard", "ChangeBoards"],
    title: "a change advisory board",
    summaries: {
      create: "Say who advises on changes together, and when they meet",
      retire: "The board meets no more; what it was asked before is asked anew",
    },
    path: paths.board,
    id: ["changeBoardId", BoardId],
    fields: BoardFields,
    reply: Board,
    listed: Board.omit({ description: true }).meta({ id: "ListedChangeBoard" }),
    tell: tellOfBoard,
    read: "change:read_all",
    write: "change:manage",
    history: "change:read_all",
    records: ({ boards }) => boards,
    mayWrite: () => true,
  }),
  cancelChangeMeeting,
  closeChangeMeeting,
  decideChangeAtMeeting,
  getChangeMeeting,
  getChangeMeetingAgenda,
  listChangeMeetingHistory,
  listChangeMeetings,
  planChangeMeeting,
  putOnMeetingAgenda,
  startChangeMeeting,
];
