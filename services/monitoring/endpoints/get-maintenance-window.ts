import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { MaintenanceWindow, WindowId } from "../maintenance-window.ts";
import type { MonitoringContext } from "../table.ts";

export const windowParams = z.object({ windowId: WindowId });

export const getMaintenanceWindow = endpoint({
  id: "getMaintenanceWindow",
  summary: "Read a maintenance window",
  route: "GET /maintenance-windows/{windowId}",
  permission: "monitoring:read",
  params: windowParams,
  reply: MaintenanceWindow,
  refusals: ["not_found"],
  handle: ({ params }, { windows }: MonitoringContext) => windows.get(params.windowId),
});
