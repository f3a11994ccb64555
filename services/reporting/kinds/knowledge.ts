import { absent, type Count, type Fact, type MeasuredKind } from "../../../shared/dynamo/measured.ts";
import type { ArticleSnapshot } from "../../knowledge/events.ts";
import { dimensionsOf } from "./names.ts";

/** What reporting keeps of an article: what readers may know of it. */
export type KnownArticle = Pick<ArticleSnapshot, "state"> & {
  readonly published?: Pick<
    NonNullable<ArticleSnapshot["published"]>,
    "title" | "category" | "serviceId" | "at" | "kind"
  >;
};

export const knownArticle = ({ state, published }: ArticleSnapshot): KnownArticle => {
  if (published === undefined) return { state };
  const { title, category, serviceId, at, kind } = published;
  return { state, published: { title, category, serviceId, at, kind } };
};

export const articleCounts = (
  _id: string,
  { known: { published } }: Fact<KnownArticle>,
): readonly Count[] => {
  if (published === undefined) return [];
  const by = dimensionsOf({ service: published.serviceId, category: published.category });
  return [{ figure: "published", at: published.at, level: absent, by }];
};

export const articleKind: MeasuredKind<KnownArticle> = {
  kind: "article",
  edition: 1,
  counts: articleCounts,
};

/** Something that happened with an article: which figure it counts in, if in any yet. */
export type KnownUse = {
  readonly figure?: "reused" | "helped" | "followed" | "helpful" | "unhelpful" | undefined;
  readonly articleId: string;
  readonly at: string;
  /** The record that it helped with. */
  readonly recordId?: string | undefined;
};

export const useCounts = (_id: string, { known }: Fact<KnownUse>): readonly Count[] => {
  const { figure, articleId, at } = known;
  return figure === undefined ? [] : [{ figure, at, level: absent, by: { article: articleId } }];
};

/** Kinds apart, because their records are named independently of each other. */
const kindOfUse = (kind: string): MeasuredKind<KnownUse> => ({ kind, edition: 1, counts: useCounts });

export const reuseKind = kindOfUse("reuse");
export const suggestionKind = kindOfUse("suggestion");
export const ratingKind = kindOfUse("rating");
