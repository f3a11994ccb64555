import { Refusal } from "../../../shared/domain/refusal.ts";
import { leads } from "../access.ts";
import { commandEndpoint } from "../command-endpoint.ts";
import { decideAtMeeting } from "../decisions/board-decision.ts";

export const decideChangeAtMeeting = commandEndpoint({
  id: "decideChangeAtMeeting",
  summary: "Write down what a board decides on a change in a meeting, in the name of those who are there",
  route: "POST /changes/{changeId}/board-decision",
  permission: "change:decide",
  command: decideAtMeeting,
  more: async (_change, { actor }, { meetings }, { meetingId }) => {
    const meeting = await meetings.get(meetingId).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
    return { meeting: meeting && leads(actor, meeting) ? meeting : undefined };
  },
});
