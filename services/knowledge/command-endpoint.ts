import * as z from "zod";
import type { Permission } from "../../shared/access/actor.ts";
import type { RefusalCode } from "../../shared/domain/refusal.ts";
import { type Endpoint, endpoint } from "../../shared/http/endpoint.ts";
import { Article, ArticleId, type WholeArticle } from "./article.ts";
import type { Command } from "./decisions/command.ts";
import type { KnowledgeContext } from "./table.ts";

export const articleParams = z.object({ articleId: ArticleId });

/** An endpoint that applies a command to one article; `If-Match` is optional, the state is the guard. */
export const commandEndpoint = <B extends z.ZodType>(declared: {
  readonly id: string;
  readonly summary: string;
  readonly route: Endpoint["route"];
  readonly permission?: Permission;
  readonly command: Command<B>;
  readonly refusals?: readonly RefusalCode[];
}): Endpoint<KnowledgeContext> =>
  endpoint({
    id: declared.id,
    summary: declared.summary,
    route: declared.route,
    permission: declared.permission ?? "knowledge:write",
    params: articleParams,
    body: declared.command.body,
    reply: Article,
    refusals: ["not_found", "version_conflict", "illegal_transition", ...(declared.refusals ?? [])],
    handle: async ({ params, body, actor, ifMatch }, { articles, settings, now }: KnowledgeContext) => {
      const on = { actor, now: now(), settings: await settings() };
      return articles.update(params.articleId, ifMatch, (article) =>
        declared.command.decide(article as WholeArticle, body as z.output<B>, on),
      );
    },
  });
