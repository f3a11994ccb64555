import { endpoint } from "../../../shared/http/endpoint.ts";
import { Article, type WholeArticle } from "../article.ts";
import { articleParams } from "../command-endpoint.ts";
import { Content } from "../content.ts";
import { editArticle as decide } from "../decisions/write.ts";
import type { KnowledgeContext } from "../table.ts";

export const editArticle = endpoint({
  id: "editArticle",
  summary: "Save another version; what is not given is gone from it, and readers keep the published one",
  route: "PUT /articles/{articleId}",
  permission: "knowledge:write",
  params: articleParams,
  body: Content,
  bodyLimit: 700_000,
  reply: Article,
  needsVersion: true,
  refusals: ["not_found", "illegal_transition", "rule_violation", "already_exists"],
  handle: async ({ params, body, actor, ifMatch }, { articles, settings, now }: KnowledgeContext) => {
    const on = { actor, now: now(), settings: await settings() };
    return articles.update(params.articleId, ifMatch, (article) => decide(article as WholeArticle, body, on));
  },
});
