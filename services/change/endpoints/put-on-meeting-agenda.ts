import { AgendaItem, putOnAgenda } from "../decisions/meeting.ts";
import { meetingEndpoint } from "../meeting-endpoint.ts";

export const putOnMeetingAgenda = meetingEndpoint({
  id: "putOnMeetingAgenda",
  summary: "Put a change on the agenda, or write down what was said of one that is there",
  route: "POST /change-meetings/{changeMeetingId}/items",
  body: AgendaItem,
  decide: putOnAgenda,
});
