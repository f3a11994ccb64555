import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { articleParams } from "../command-endpoint.ts";
import type { KnowledgeContext } from "../table.ts";
import { Use } from "../use.ts";

export const listArticleUses = endpoint({
  id: "listArticleUses",
  summary: "With which records an article helped, newest first",
  route: "GET /articles/{articleId}/uses",
  permission: "knowledge:read_internal",
  params: articleParams,
  query: z.strictObject(pageQuery),
  reply: pageOf(Use),
  refusals: ["not_found", "invalid_cursor"],
  handle: async ({ params, query }, { articles, uses }: KnowledgeContext) => {
    const { id } = await articles.get(params.articleId);
    return uses.list({ index: "usesByArticle", partition: id, newestFirst: true }, query);
  },
});
