import { CloseMeeting, close } from "../decisions/meeting.ts";
import { meetingEndpoint } from "../meeting-endpoint.ts";

export const closeChangeMeeting = meetingEndpoint({
  id: "closeChangeMeeting",
  summary: "The meeting is over: its minutes are written, what it did not decide is due at the next one",
  route: "POST /change-meetings/{changeMeetingId}/close",
  body: CloseMeeting,
  decide: (meeting, body, { now }) => close(meeting, body, now),
});
