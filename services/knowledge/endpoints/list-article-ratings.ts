import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { articleParams } from "../command-endpoint.ts";
import { Rating, ratingList } from "../rating.ts";
import type { KnowledgeContext } from "../table.ts";

export const listArticleRatings = endpoint({
  id: "listArticleRatings",
  summary:
    "What readers say of an article, newest first, in their words: all of it for who works with knowledge, else one's own",
  route: "GET /articles/{articleId}/ratings",
  permission: "knowledge:read",
  params: articleParams,
  query: z.strictObject({ ...pageQuery, helpful: z.stringbool().default(false) }),
  reply: pageOf(Rating),
  refusals: ["not_found", "invalid_cursor"],
  handle: async ({ params, query: { helpful, ...page } }, { articles, ratings }: KnowledgeContext) => {
    const { id } = await articles.get(params.articleId);
    return ratings.list({ ...ratingList(id, helpful), newestFirst: true }, page);
  },
});
