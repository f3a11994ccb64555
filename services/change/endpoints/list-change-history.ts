import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { HistoryItem } from "../../../shared/http/history-item.ts";
import { changeParams } from "../command-endpoint.ts";
import type { ChangeContext } from "../context.ts";

export const listChangeHistory = endpoint({
  id: "listChangeHistory",
  summary: "Everything that happened to a change, decisions and notes included",
  route: "GET /changes/{changeId}/history",
  permission: "change:read",
  params: changeParams,
  query: z.strictObject({ ...pageQuery, order: z.enum(["oldest", "newest"]).default("oldest") }),
  reply: pageOf(HistoryItem),
  refusals: ["not_found", "invalid_cursor"],
  handle: ({ params, query }, { changes }: ChangeContext) =>
    changes.history(params.changeId, { ...query, newestFirst: query.order === "newest" }),
});
