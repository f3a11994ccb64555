import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { KnowledgeContext } from "../table.ts";
import { ArticleTemplate, articleTemplates } from "../template.ts";

export const listArticleTemplates = endpoint({
  id: "listArticleTemplates",
  summary: "What an article of each kind begins with",
  route: "GET /article-templates",
  permission: "knowledge:write",
  reply: z.object({ items: z.array(ArticleTemplate) }),
  refusals: [],
  handle: async (_request, _context: KnowledgeContext) => ({ items: [...articleTemplates] }),
});
