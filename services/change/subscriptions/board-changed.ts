import { subscription } from "../../../shared/events/subscription.ts";
import type { ChangeContext } from "../context.ts";
import { ChangeBoardChanged } from "../events-board.ts";
import { planMeetings } from "../plan-meetings.ts";

export const boardChanged = subscription({
  id: "board-changed",
  summary: "The meetings of a board are planned as it says now.",
  event: ChangeBoardChanged,
  handle: ({ meta }, context: ChangeContext) => planMeetings(meta.subject, context),
});
