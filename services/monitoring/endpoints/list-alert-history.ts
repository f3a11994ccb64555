import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { HistoryItem } from "../../../shared/http/history-item.ts";
import type { MonitoringContext } from "../table.ts";
import { alertParams } from "./get-alert.ts";

export const listAlertHistory = endpoint({
  id: "listAlertHistory",
  summary: "What became of an alert in all its episodes; repetitions are only counted",
  route: "GET /alerts/{alertId}/history",
  permission: "monitoring:read",
  params: alertParams,
  query: z.strictObject({ ...pageQuery, order: z.enum(["oldest", "newest"]).default("oldest") }),
  reply: pageOf(HistoryItem),
  refusals: ["not_found", "invalid_cursor"],
  handle: ({ params, query }, { alerts }: MonitoringContext) =>
    alerts.history(params.alertId, { ...query, newestFirst: query.order === "newest" }),
});
