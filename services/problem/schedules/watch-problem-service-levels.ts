import { forEachId } from "../../../shared/dynamo/for-each.ts";
import type { Schedule } from "../../../shared/service.ts";
import { recompute } from "../../../shared/targets/recompute.ts";
import type { ProblemContext } from "../table.ts";

export const watchProblemServiceLevels: Schedule<ProblemContext> = {
  id: "watch-problem-service-levels",
  summary:
    "Tells of service levels of problems that come close or are breached, and measures by new agreements.",
  every: "rate(5 minutes)",
  handle: async ({ deadline }, context) => {
    const { problems, now } = context;
    const due = problems.ids({ index: "points", partition: "points", upTo: `${now()}~` });
    // The index may lag behind: what there is to tell is asked of the problem itself.
    await forEachId(due, problems.refresh, deadline);
    const open = { records: problems, index: "byPriority", partitions: ["1", "2", "3", "4", "5"] };
    await recompute(deadline, open, context);
  },
};
