import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { articleParams } from "../command-endpoint.ts";
import { Version } from "../content.ts";
import { newestOf, readVersion } from "../read-version.ts";
import { renderMarkdown } from "../render-markdown.ts";
import type { KnowledgeContext } from "../table.ts";

export const getArticleVersion = endpoint({
  id: "getArticleVersion",
  summary: "Read one version; others than the published one are for those who work on the article",
  route: "GET /articles/{articleId}/version",
  permission: "knowledge:read",
  params: articleParams,
  query: z.strictObject({
    number: z.coerce.number().int().min(1).optional().describe("The newest that one may read, unless given"),
  }),
  reply: Version.extend({ html: z.string() }).meta({ id: "ArticleVersion" }),
  refusals: ["not_found"],
  handle: async ({ params, query }, context: KnowledgeContext) => {
    const seen = await context.articles.get(params.articleId);
    const version = await readVersion(seen, query.number ?? newestOf(seen), context);
    return { ...version, html: renderMarkdown(version.body) };
  },
});
