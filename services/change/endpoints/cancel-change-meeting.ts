import { CancelMeeting, cancel } from "../decisions/meeting.ts";
import { meetingEndpoint } from "../meeting-endpoint.ts";

export const cancelChangeMeeting = meetingEndpoint({
  id: "cancelChangeMeeting",
  summary: "The meeting will not take place; what waits for the board goes on waiting",
  route: "POST /change-meetings/{changeMeetingId}/cancel",
  body: CancelMeeting,
  decide: cancel,
});
