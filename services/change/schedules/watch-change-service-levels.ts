import { forEachId } from "../../../shared/dynamo/for-each.ts";
import type { Schedule } from "../../../shared/service.ts";
import { recompute } from "../../../shared/targets/recompute.ts";
import type { ChangeContext } from "../context.ts";

/** States in which there is something left to be measured. */
const open = ["new", "assess", "authorize", "scheduled", "implement", "review"] as const;

export const watchChangeServiceLevels: Schedule<ChangeContext> = {
  id: "watch-change-service-levels",
  summary:
    "Tells of service levels of changes that come close or are breached, and measures by new agreements.",
  every: "rate(5 minutes)",
  handle: async ({ deadline }, context) => {
    const { changes, now } = context;
    const due = changes.ids({ index: "points", partition: "points", upTo: `${now()}~` });
    // The index may lag behind: what there is to tell is asked of the change itself.
    await forEachId(due, changes.refresh, deadline);
    await recompute(deadline, { records: changes, index: "byState", partitions: open }, context);
  },
};
