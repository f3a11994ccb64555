import { Refusal } from "../../../shared/domain/refusal.ts";
import { later } from "../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { Article, ArticleId } from "../article.ts";
import { Content, PersonId } from "../content.ts";
import { draftArticle as decide } from "../decisions/write.ts";
import type { KnowledgeContext } from "../table.ts";

/** Checks that an original is there for whoever translates it, and is no translation itself. */
const original = async (id: string | undefined, { articles }: KnowledgeContext): Promise<void> => {
  if (id === undefined) return;
  const refuse = (message: string) =>
    new Refusal("invalid_input", undefined, [{ path: "body.translationOf", message }]);
  const found = await articles.get(id).catch((error: unknown) => {
    throw error instanceof Refusal ? refuse(`There is no ${id}`) : error;
  });
  if (found.translationOf !== undefined) throw refuse(`${id} is a translation itself`);
};

export const draftArticle = endpoint({
  id: "draftArticle",
  summary: "Write an article; readers get it once somebody else has reviewed it",
  route: "POST /articles",
  permission: "knowledge:write",
  body: Content.safeExtend({
    ownerId: PersonId.optional().describe("Who looks after it: its author, unless somebody else is named"),
    translationOf: ArticleId.optional(),
  }),
  bodyLimit: 700_000,
  reply: Article,
  status: 201,
  refusals: ["already_exists"],
  handle: async ({ body, actor }, context: KnowledgeContext) => {
    const { ownerId = actor.id, translationOf, ...content } = body;
    const { articles, settings, now } = context;
    const checked = await later(original(translationOf, context));
    const on = { actor, now: now(), settings: await settings() };
    return articles.create((id) => {
      checked();
      return decide(id, content, { ownerId, translationOf }, on);
    });
  },
});
