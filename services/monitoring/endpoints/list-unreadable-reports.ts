import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { MonitoringContext } from "../table.ts";
import { Unreadable } from "../unreadable.ts";

export const listUnreadableReports = endpoint({
  id: "listUnreadableReports",
  summary: "What came from monitoring tools and could not be read, newest first",
  route: "GET /unreadable-reports",
  permission: "monitoring:read",
  query: z.strictObject(pageQuery),
  reply: pageOf(Unreadable.omit({ content: true }).meta({ id: "ListedUnreadableReport" })),
  refusals: ["invalid_cursor"],
  handle: ({ query }, { unreadables }: MonitoringContext) =>
    unreadables.list({ index: "unreadableReports", partition: "all", newestFirst: true }, query),
});
