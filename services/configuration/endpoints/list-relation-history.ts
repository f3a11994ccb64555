import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { HistoryItem } from "../../../shared/http/history-item.ts";
import { relationParams } from "../relation-endpoint.ts";
import type { ConfigurationContext } from "../table.ts";

export const listRelationHistory = endpoint({
  id: "listRelationHistory",
  summary: "When two CIs were related and not, by whom",
  route: "GET /ci-relations/{relationId}/history",
  permission: "configuration:read_all",
  params: relationParams,
  query: z.strictObject(pageQuery),
  reply: pageOf(HistoryItem),
  refusals: ["not_found", "invalid_cursor"],
  handle: ({ params, query }, { relations }: ConfigurationContext) =>
    relations.history(params.relationId, query),
});
