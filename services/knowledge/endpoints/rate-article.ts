import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { articleParams } from "../command-endpoint.ts";
import { Rating, RatingFields, rate, ratingId } from "../rating.ts";
import type { KnowledgeContext } from "../table.ts";

export const rateArticle = endpoint({
  id: "rateArticle",
  summary: "Say whether it helped, and why not; saying it again replaces what one said before",
  route: "POST /articles/{articleId}/rate",
  permission: "knowledge:rate",
  params: articleParams,
  body: RatingFields,
  reply: Rating,
  refusals: ["not_found"],
  handle: async ({ params, body, actor }, { articles, ratings, ownerOf }: KnowledgeContext) => {
    const { id: articleId } = await articles.get(params.articleId);
    const id = ratingId(articleId, actor.id);
    const fields = { ...body, articleId, personId: actor.id, ownerId: await ownerOf(articleId) };
    const again = () => ratings.update(id, undefined, (before) => rate(before, fields));
    try {
      return await ratings.createAs(id, rate({}, fields));
    } catch (error) {
      if (error instanceof Refusal && error.code === "already_exists") return again();
      throw error;
    }
  },
});
