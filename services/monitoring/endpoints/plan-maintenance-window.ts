import { endpoint } from "../../../shared/http/endpoint.ts";
import { plan } from "../decisions/maintenance-window.ts";
import { MaintenanceWindow, PlanWindow } from "../maintenance-window.ts";
import type { MonitoringContext } from "../table.ts";

export const planMaintenanceWindow = endpoint({
  id: "planMaintenanceWindow",
  summary: "Say when which alerts are expected: they are kept, and open no incidents meanwhile",
  route: "POST /maintenance-windows",
  permission: "monitoring:plan",
  body: PlanWindow,
  reply: MaintenanceWindow,
  status: 201,
  refusals: [],
  handle: ({ body }, { windows, now }: MonitoringContext) => windows.create((id) => plan(id, body, now())),
});
