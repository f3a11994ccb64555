import { createHash } from "node:crypto";
import * as z from "zod";
import { type Actor, may } from "../../shared/access/actor.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { type Decision, occurred, type RecordBase, type RecordType } from "../../shared/dynamo/record.ts";
import { ArticleId } from "./article.ts";
import { PersonId } from "./content.ts";
import { ArticleRated } from "./events.ts";

export const RatingFields = z.strictObject({
  helpful: z.boolean(),
  comment: z.string().trim().min(1).max(2000).optional(),
});

/** What one reader thinks of an article: one opinion each, which may change. */
export const Rating = z
  .object({
    id: z.string(),
    ...recordFields,
    articleId: ArticleId,
    ownerId: PersonId.optional().describe("Who looked after the article then"),
    personId: PersonId,
    ...RatingFields.shape,
  })
  .meta({ id: "ArticleRating" });
export type Rating = z.infer<typeof Rating> & RecordBase;

/** The same for one person and one article; no id may hold what a person's id may. */
export const ratingId = (articleId: string, personId: string): string =>
  `RATING-${articleId}-${createHash("sha256").update(personId).digest("hex").slice(0, 24)}`;

/**
 * Who said it, and who works with knowledge: what readers lack is for everybody who can write it. Ratings are reached
 * by their article only, so what one may not read is not rated for one, either.
 */
const view = (actor: Actor, rating: Rating): Rating | undefined =>
  actor.id === rating.personId || may(actor, "knowledge:read_internal") ? rating : undefined;

/** Ratings of an article by what they say. */
export const ratingList = (articleId: string, helpful: boolean) => ({
  index: "ratingsByArticle",
  partition: `${articleId}#${helpful ? "helpful" : "unhelpful"}`,
});

export const ratingRecords: RecordType<Rating> = {
  prefix: "RATING",
  indexes: ({ id, articleId, helpful, updatedAt }) => ({
    ratingsByArticle: { partition: ratingList(articleId, helpful).partition, order: `${updatedAt}#${id}` },
  }),
  long: [],
  view,
  viewEntry: (_actor, _rating, entry) => entry,
};

export const rate = (
  before: Partial<Rating>,
  fields: Partial<Rating> & z.infer<typeof RatingFields>,
): Decision<Rating> => {
  const { helpful, comment, articleId = before.articleId ?? "" } = fields;
  if (before.helpful === helpful && before.comment === comment) return [];
  return [occurred(ArticleRated, { articleId, helpful }, { ...fields, comment })];
};
