import { forEachId } from "../../../shared/dynamo/for-each.ts";
import { keptList } from "../../../shared/kept/kept.ts";
import type { Schedule } from "../../../shared/service.ts";
import type { ChangeContext } from "../context.ts";
import { planMeetings } from "../plan-meetings.ts";
import { paths } from "../table-kept.ts";

export const planBoardMeetings: Schedule<ChangeContext> = {
  id: "plan-board-meetings",
  summary: "Plans the meetings of boards some weeks ahead.",
  every: "rate(1 hour)",
  handle: async ({ deadline }, context) => {
    const active = context.boards.ids(keptList(paths.board, "active"));
    await forEachId(active, (id) => planMeetings(id, context), deadline);
  },
};
