import { forEachId } from "../../../shared/dynamo/for-each.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { MaintenanceWindowCancelled } from "../events.ts";
import { settleAlert } from "../settle-alert.ts";
import { type MonitoringContext, target } from "../table.ts";

export const maintenanceWindowCancelled = subscription({
  id: "maintenance-window-cancelled",
  summary: "What a cancelled window muted and still fires, somebody is told of now.",
  event: MaintenanceWindowCancelled,
  handle: async ({ meta }, context: MonitoringContext) => {
    const muted = context.alerts.ids({ index: "byTarget", partition: target.window(meta.subject) });
    await forEachId(muted, (id) => settleAlert(id, context, meta.subject));
  },
});
