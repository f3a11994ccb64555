import { endpoint } from "../../../shared/http/endpoint.ts";
import { Reference } from "../article.ts";
import { articleParams } from "../command-endpoint.ts";
import type { KnowledgeContext } from "../table.ts";
import { countUse, Use } from "../use.ts";

export const reuseArticle = endpoint({
  id: "reuseArticle",
  summary: "Say that an article helped with a record; it counts once for the two of them",
  route: "POST /articles/{articleId}/reuse",
  permission: "knowledge:write",
  params: articleParams,
  body: Reference,
  reply: Use,
  refusals: ["not_found"],
  handle: async ({ params, body }, { articles, uses }: KnowledgeContext) => {
    const { id } = await articles.get(params.articleId);
    return countUse(uses, id, body, "link");
  },
});
