import { forEachId } from "../../../shared/dynamo/for-each.ts";
import type { Schedule } from "../../../shared/service.ts";
import { recompute } from "../../../shared/targets/recompute.ts";
import type { IncidentContext } from "../table.ts";

export const watchServiceLevels: Schedule<IncidentContext> = {
  id: "watch-service-levels",
  summary: "Tells of service levels that come close or are breached, and measures by new agreements.",
  every: "rate(1 minute)",
  handle: async ({ deadline }, context) => {
    const { incidents, now } = context;
    const due = incidents.ids({ index: "points", partition: "points", upTo: `${now()}~` });
    // The index may lag behind: what there is to tell is asked of the incident itself.
    await forEachId(due, incidents.refresh, deadline);
    const open = { records: incidents, index: "byPriority", partitions: ["1", "2", "3", "4", "5"] };
    await recompute(deadline, open, context);
  },
};
