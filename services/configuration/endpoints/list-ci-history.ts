import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { HistoryItem } from "../../../shared/http/history-item.ts";
import { ciParams } from "../ci-endpoint.ts";
import type { ConfigurationContext } from "../table.ts";

export const listCiHistory = endpoint({
  id: "listCiHistory",
  summary: "What became of a configuration item, by whom, field by field",
  route: "GET /cis/{ciId}/history",
  permission: "configuration:read_all",
  params: ciParams,
  query: z.strictObject(pageQuery),
  reply: pageOf(HistoryItem),
  refusals: ["not_found", "invalid_cursor"],
  handle: ({ params, query }, { cis }: ConfigurationContext) => cis.history(params.ciId, query),
});
