import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { BoardId } from "../board.ts";
import type { ChangeContext } from "../context.ts";
import { ListedMeeting, meetingLifecycle } from "../meeting.ts";

const Query = z
  .strictObject({
    boardId: BoardId.optional().describe("All of this board, newest first"),
    state: meetingLifecycle.State.optional().describe("All in this state, by their beginning"),
    ...pageQuery,
  })
  .refine(({ boardId, state }) => boardId === undefined || state === undefined, {
    path: ["state"],
    error: "Ask by one filter at a time",
  });

export const listChangeMeetings = endpoint({
  id: "listChangeMeetings",
  summary: "Meetings of boards; the planned ones, the next first, unless asked otherwise",
  route: "GET /change-meetings",
  permission: "change:read_all",
  query: Query,
  reply: pageOf(ListedMeeting),
  refusals: ["invalid_cursor"],
  handle: ({ query: { boardId, state = "planned", ...page } }, { meetings }: ChangeContext) =>
    meetings.list(
      boardId === undefined
        ? { index: "meetingsByState", partition: state }
        : { index: "meetingsByBoard", partition: boardId, newestFirst: true },
      page,
    ),
});
