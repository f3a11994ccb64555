import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { articleParams } from "../command-endpoint.ts";
import { Head, Version } from "../content.ts";
import { newestOf, readVersions } from "../read-version.ts";
import type { KnowledgeContext } from "../table.ts";

export const listArticleVersions = endpoint({
  id: "listArticleVersions",
  summary: "The versions of an article, newest first; only the published one for who just reads it",
  route: "GET /articles/{articleId}/versions",
  permission: "knowledge:read",
  params: articleParams,
  query: z.strictObject({
    before: z.coerce.number().int().min(1).optional().describe("Only versions before this number"),
    limit: z.coerce.number().int().min(1).max(100).default(25),
  }),
  reply: z.object({
    items: z.array(
      Head.extend({ revertedTo: Version.shape.revertedTo, isPublished: z.boolean() }).meta({
        id: "ListedArticleVersion",
      }),
    ),
    nextBefore: z.number().int().optional().describe("`before` of the next page"),
  }),
  refusals: ["not_found"],
  handle: async ({ params, query: { before, limit } }, context: KnowledgeContext) => {
    const seen = await context.articles.get(params.articleId);
    const newest = newestOf(seen);
    const oldest = seen.latest === undefined ? newest : 1;
    const from = Math.min(newest, (before ?? newest + 1) - 1);
    const numbers = Array.from(
      { length: Math.max(0, Math.min(limit, from - oldest + 1)) },
      (_, i) => from - i,
    );
    const versions = await readVersions(seen, numbers, context);
    const last = numbers.at(-1) ?? oldest;
    return {
      items: versions.map((version) => ({
        ...version,
        isPublished: version.number === seen.published?.number,
      })),
      nextBefore: last > oldest ? last : undefined,
    };
  },
});
