import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { MaintenanceWindow, windowLifecycle } from "../maintenance-window.ts";
import type { MonitoringContext } from "../table.ts";

export const listMaintenanceWindows = endpoint({
  id: "listMaintenanceWindows",
  summary: "Maintenance windows in a state, by their end",
  route: "GET /maintenance-windows",
  permission: "monitoring:read",
  query: z.strictObject({ ...pageQuery, state: windowLifecycle.State.default("planned") }),
  reply: pageOf(MaintenanceWindow),
  refusals: ["invalid_cursor"],
  handle: ({ query: { state, ...page } }, { windows }: MonitoringContext) =>
    windows.list({ index: "windowsByState", partition: state }, page),
});
