import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { AlertId, SeenAlert } from "../alert.ts";
import { withCount } from "../intake.ts";
import type { MonitoringContext } from "../table.ts";

export const alertParams = z.object({ alertId: AlertId });

export const getAlert = endpoint({
  id: "getAlert",
  summary: "Read an alert, with how often it was reported",
  route: "GET /alerts/{alertId}",
  permission: "monitoring:read",
  params: alertParams,
  // Its version does not count repetitions, so this reply has no ETag worth keeping.
  reply: SeenAlert,
  refusals: ["not_found"],
  handle: async ({ params }, context: MonitoringContext) =>
    withCount(await context.alerts.get(params.alertId), context),
});
