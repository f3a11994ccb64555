import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { articleParams } from "../command-endpoint.ts";
import { ratingList } from "../rating.ts";
import type { KnowledgeContext } from "../table.ts";

/** Counted up to so many; more is as good. */
const most = 1000;
const Count = z.number().int().max(most);

export const getArticleWorth = endpoint({
  id: "getArticleWorth",
  summary:
    "What an article is worth: how often it helped, was reused, and spared a ticket (each counted up to 1000)",
  route: "GET /articles/{articleId}/worth",
  permission: "knowledge:read_internal",
  params: articleParams,
  reply: z.object({
    helpful: Count,
    unhelpful: Count,
    reuses: Count,
    spared: Count.describe("Suggestions that were opened and no ticket followed (deflection)"),
    followed: Count.describe("Suggestions that were opened and a ticket followed all the same"),
  }),
  refusals: ["not_found"],
  handle: async ({ params }, { articles, ratings, uses, readings }: KnowledgeContext) => {
    const { id } = await articles.get(params.articleId);
    const [helpful, unhelpful, reuses, spared, followed] = await Promise.all([
      ratings.count(ratingList(id, true), most),
      ratings.count(ratingList(id, false), most),
      uses.count({ index: "usesByArticle", partition: id }, most),
      readings.count({ index: "readingsByArticle", partition: `${id}#helped` }, most),
      readings.count({ index: "readingsByArticle", partition: `${id}#followed` }, most),
    ]);
    return { helpful, unhelpful, reuses, spared, followed };
  },
});
