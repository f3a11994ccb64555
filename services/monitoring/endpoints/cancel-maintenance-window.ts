import { endpoint } from "../../../shared/http/endpoint.ts";
import { cancel } from "../decisions/maintenance-window.ts";
import { Cancellation, MaintenanceWindow } from "../maintenance-window.ts";
import type { MonitoringContext } from "../table.ts";
import { windowParams } from "./get-maintenance-window.ts";

export const cancelMaintenanceWindow = endpoint({
  id: "cancelMaintenanceWindow",
  summary: "It does not take place, or is over early; what fires then opens its incident",
  route: "POST /maintenance-windows/{windowId}/cancel",
  permission: "monitoring:plan",
  params: windowParams,
  body: Cancellation,
  reply: MaintenanceWindow,
  refusals: ["not_found", "illegal_transition", "version_conflict"],
  handle: ({ params, body, ifMatch }, { windows }: MonitoringContext) =>
    windows.update(params.windowId, ifMatch, (window) => cancel(window, body.reason)),
});
