import { forEachId } from "../../../shared/dynamo/for-each.ts";
import type { Schedule } from "../../../shared/service.ts";
import { settleAlert } from "../settle-alert.ts";
import type { MonitoringContext } from "../table.ts";

export const settleAlerts: Schedule<MonitoringContext> = {
  id: "settle-alerts",
  summary: "Ends flapping that has calmed down, and tells of alerts that outlast their maintenance window.",
  every: "rate(1 minute)",
  handle: async ({ deadline }, context) => {
    const due = context.alerts.ids({ index: "due", partition: "due", upTo: `${context.now()}~` });
    await forEachId(due, (id) => settleAlert(id, context), deadline);
  },
};
