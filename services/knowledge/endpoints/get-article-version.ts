import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { articleParams } from "../command-endpoint.ts";
import { Version } from "../content.ts";
import { readVersion } from "../read-version.ts";
import { renderMarkdown } from "../render-markdown.ts";
import type { KnowledgeContext } from "../table.ts";

export const getArticleVersion = endpoint({
  id: "getArticleVersion",
  summary: "Read one version; others than the published one are for those who work on the article",
  route: "GET /articles/{articleId}/version",
  permission: "knowledge:read",
  params: articleParams,
  query: z.strictObject({ number: z.coerce.number().int().min(1) }),
  reply: Version.extend({ html: z.string() }).meta({ id: "ArticleVersion" }),
  refusals: ["not_found"],
  handle: async ({ params, query }, context: KnowledgeContext) => {
    const version = await readVersion(await context.articles.get(params.articleId), query.number, context);
    return { ...version, html: renderMarkdown(version.body) };
  },
});
