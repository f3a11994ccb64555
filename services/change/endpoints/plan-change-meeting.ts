import { later } from "../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { named } from "../../../shared/kept/named.ts";
import type { ChangeContext } from "../context.ts";
import { plan } from "../decisions/meeting.ts";
import { Meeting, MeetingFields } from "../meeting.ts";

export const planChangeMeeting = endpoint({
  id: "planChangeMeeting",
  summary: "Call a meeting of a board, besides those by its schedule",
  route: "POST /change-meetings",
  permission: "change:manage",
  body: MeetingFields,
  reply: Meeting,
  status: 201,
  refusals: ["rule_violation"],
  handle: async ({ body }, { meetings, boards }: ChangeContext) => {
    const board = await later(named(boards, body.boardId, "body.boardId"));
    return meetings.create((id) => plan(id, board(), body, false));
  },
});
