import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { MonitoringContext } from "../table.ts";
import { Unreadable, UnreadableId } from "../unreadable.ts";

export const getUnreadableReport = endpoint({
  id: "getUnreadableReport",
  summary: "Read what a tool sent in a form that nobody knows",
  route: "GET /unreadable-reports/{reportId}",
  permission: "monitoring:read",
  params: z.object({ reportId: UnreadableId }),
  reply: Unreadable,
  refusals: ["not_found"],
  handle: ({ params }, { unreadables }: MonitoringContext) => unreadables.get(params.reportId),
});
