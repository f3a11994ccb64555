import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { HistoryItem } from "../../../shared/http/history-item.ts";
import { incidentParams } from "../command-endpoint.ts";
import type { IncidentContext } from "../table.ts";

export const listIncidentHistory = endpoint({
  id: "listIncidentHistory",
  summary: "Everything that happened to an incident, comments and notes included",
  route: "GET /incidents/{incidentId}/history",
  permission: "incident:read",
  params: incidentParams,
  query: z.strictObject({ ...pageQuery, order: z.enum(["oldest", "newest"]).default("oldest") }),
  reply: pageOf(HistoryItem),
  refusals: ["not_found", "invalid_cursor"],
  handle: ({ params, query }, { incidents }: IncidentContext) =>
    incidents.history(params.incidentId, { ...query, newestFirst: query.order === "newest" }),
});
