import { endpoint } from "../../../shared/http/endpoint.ts";
import type { ChangeContext } from "../context.ts";
import { Meeting } from "../meeting.ts";
import { meetingParams } from "../meeting-endpoint.ts";

export const getChangeMeeting = endpoint({
  id: "getChangeMeeting",
  summary: "Read a meeting of a board, with its minutes when it is over",
  route: "GET /change-meetings/{changeMeetingId}",
  permission: "change:read",
  params: meetingParams,
  reply: Meeting,
  refusals: ["not_found"],
  handle: ({ params }, { meetings }: ChangeContext) => meetings.get(params.changeMeetingId),
});
