import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { Article } from "../article.ts";
import { articleParams } from "../command-endpoint.ts";
import { Text } from "../content.ts";
import { newestOf, readVersion } from "../read-version.ts";
import { renderMarkdown } from "../render-markdown.ts";
import type { KnowledgeContext } from "../table.ts";

const RenderedText = Text.extend({
  number: z.number().int().describe("The version it is from"),
  html: z.string().describe("The body as safe HTML: no script, no markup of its author's"),
});

export const getArticle = endpoint({
  id: "getArticle",
  summary:
    "Read an article: its newest version for those who work on it, the published one for everybody else",
  route: "GET /articles/{articleId}",
  permission: "knowledge:read",
  params: articleParams,
  reply: Article.extend({ text: RenderedText }).meta({ id: "ArticleWithText" }),
  refusals: ["not_found"],
  handle: async ({ params }, context: KnowledgeContext) => {
    const seen = await context.articles.get(params.articleId);
    const number = newestOf(seen);
    const { body, attachments } = await readVersion(seen, number, context);
    return { ...seen, text: { number, body, attachments, html: renderMarkdown(body) } };
  },
});
