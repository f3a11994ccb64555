import type * as z from "zod";
import type { Actor } from "../../../shared/access/actor.ts";
import { type Decision, type Occurrence, occurred } from "../../../shared/dynamo/record.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import { type Article, isReadable, type WholeArticle } from "../article.ts";
import type { ArticleSnapshot } from "../events.ts";
import type { SettingsFields } from "../settings.ts";

/** What a decision is made with besides the record and the request: who, when (ISO 8601 UTC), under which rules. */
export type Circumstances = {
  readonly actor: Actor;
  readonly now: string;
  readonly settings: SettingsFields;
};

/** Something people do to an article: the input it takes and the pure decision it leads to. */
export type Command<B extends z.ZodType = z.ZodType> = {
  readonly body: B;
  readonly decide: (article: WholeArticle, body: z.output<B>, on: Circumstances) => Decision<Article>;
};

export const command = <B extends z.ZodType>(declared: Command<B>): Command<B> => declared;

/** What the bus may know of what readers read: other services see to no audience. */
const publishedOf = (article: Article): ArticleSnapshot["published"] => {
  const { published } = article;
  if (published === undefined || !isReadable(article)) return undefined;
  const { number, title, kind, category, audience, teamIds, serviceId, ciIds, language, publishedAt } =
    published;
  const named = audience === "teams" ? {} : { title };
  return { number, ...named, kind, category, audience, teamIds, serviceId, ciIds, language, at: publishedAt };
};

const snapshotOf = (article: WholeArticle): ArticleSnapshot => {
  const { id, state, ownerId, validTo, translationOf, origin } = article;
  return { id, state, ownerId, published: publishedOf(article), validTo, translationOf, origin };
};

/** An event about an article, carrying the article as the changes leave it. */
export const happened = <T extends { article: ArticleSnapshot }>(
  event: EventType<T>,
  article: Partial<Article>,
  changes: Partial<Article>,
  extra: Omit<T, "article">,
  confidential?: Readonly<Record<string, unknown>>,
): Occurrence<Article> => {
  const data = { ...extra, article: snapshotOf({ ...article, ...changes } as WholeArticle) } as T;
  return occurred(event, data, changes, confidential);
};
