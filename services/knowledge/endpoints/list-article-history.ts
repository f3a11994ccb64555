import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { HistoryItem } from "../../../shared/http/history-item.ts";
import { articleParams } from "../command-endpoint.ts";
import type { KnowledgeContext } from "../table.ts";

export const listArticleHistory = endpoint({
  id: "listArticleHistory",
  summary: "What happened to an article, for those who work on it",
  route: "GET /articles/{articleId}/history",
  permission: "knowledge:write",
  params: articleParams,
  query: z.strictObject(pageQuery),
  reply: pageOf(HistoryItem),
  refusals: ["not_found", "invalid_cursor"],
  handle: ({ params, query }, { articles }: KnowledgeContext) => articles.history(params.articleId, query),
});
