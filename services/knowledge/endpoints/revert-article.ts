import * as z from "zod";
import { later } from "../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { Article, type WholeArticle } from "../article.ts";
import { articleParams } from "../command-endpoint.ts";
import { revertArticle as decide } from "../decisions/write.ts";
import { readVersion } from "../read-version.ts";
import type { KnowledgeContext } from "../table.ts";

export const revertArticle = endpoint({
  id: "revertArticle",
  summary: "Save the words of an earlier version as the newest one",
  route: "POST /articles/{articleId}/revert",
  permission: "knowledge:write",
  params: articleParams,
  body: z.strictObject({ number: z.int().min(1) }),
  reply: Article,
  refusals: ["not_found", "illegal_transition", "version_conflict", "rule_violation", "already_exists"],
  handle: async ({ params, body, actor, ifMatch }, context: KnowledgeContext) => {
    const { articles, settings, now } = context;
    const on = { actor, now: now(), settings: await settings() };
    const seen = await articles.get(params.articleId);
    const earlier = await later(readVersion(seen, body.number, context));
    return articles.update(params.articleId, ifMatch, (article) =>
      decide(article as WholeArticle, earlier(), on),
    );
  },
});
