import { forEachId } from "../../../shared/dynamo/for-each.ts";
import type { Schedule } from "../../../shared/service.ts";
import { recompute } from "../../../shared/targets/recompute.ts";
import type { RequestContext } from "../context.ts";

export const watchRequestServiceLevels: Schedule<RequestContext> = {
  id: "watch-request-service-levels",
  summary: "Tells of service levels that come close or are breached, and measures by new agreements.",
  every: "rate(1 minute)",
  handle: async ({ deadline }, context) => {
    const { items, now } = context;
    const due = items.ids({ index: "points", partition: "points", upTo: `${now()}~` });
    // The index may lag behind: what there is to tell is asked of the item itself.
    await forEachId(due, items.refresh, deadline);
    await recompute(deadline, { records: items, index: "open", partitions: ["open"] }, context);
  },
};
