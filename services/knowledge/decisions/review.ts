import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { mustReview, mustWorkOnArticle } from "../access.ts";
import { type Article, articleLifecycle, type Published, type WholeArticle } from "../article.ts";
import { ArticleDiscarded, ArticlePublished, ArticleReturned, ArticleSubmitted } from "../events.ts";
import { reviewersFor, type SettingsFields } from "../settings.ts";
import { command, happened } from "./command.ts";
import { remindAtFor } from "./validity.ts";

const none = { reviewers: undefined, submittedAt: undefined, returned: undefined } as const;

export const submit = command({
  body: z.strictObject({}),
  decide: (article, _body, { actor, now, settings }) => {
    mustWorkOnArticle(actor, article);
    const state = articleLifecycle.next(article.state, "submit");
    const reviewers = reviewersFor(article.latest.category, settings);
    const changes = { state, reviewers, submittedAt: now, returned: undefined };
    return [happened(ArticleSubmitted, article, changes, {})];
  },
});

/** A reviewer says what is missing. */
export const giveBack = command({
  body: z.strictObject({ reason: z.string().trim().min(1).max(2000) }),
  decide: (article, { reason }, { actor }) => {
    const state = articleLifecycle.next(article.state, "return");
    mustReview(actor, article);
    return [happened(ArticleReturned, article, { ...none, state, returned: reason }, {}, { reason })];
  },
});

const day = 24 * 3_600_000;

/** Until when a version that is published now is valid: as its owner said, else as the rules say. */
const validityFor = ({ validTo }: Article, now: string, { validDays, remindDays }: SettingsFields) => {
  const isAhead = validTo !== undefined && validTo > now;
  const usual =
    validDays === undefined ? undefined : new Date(Date.parse(now) + validDays * day).toISOString();
  const until = isAhead ? validTo : usual;
  return {
    validTo: until,
    remindAt: remindAtFor(until, remindDays),
    reminded: undefined,
    hiddenAt: undefined,
  };
};

/** From now on readers read the newest version. */
export const publish = command({
  body: z.strictObject({}),
  decide: (article, _body, { actor, now, settings }) => {
    const state = articleLifecycle.next(article.state, "publish");
    mustReview(actor, article);
    const at = article.version + 1;
    const published: Published = { ...article.latest, publishedAt: now, publishedBy: actor.id, at };
    const changes: Partial<Article> = {
      ...none,
      ...validityFor(article, now, settings),
      state,
      published,
      authors: [],
      withdrawn: undefined,
      foundAt: now,
    };
    return [happened(ArticlePublished, article, changes, {})];
  },
});

/** What was never published is given up; readers keep, or get back, what they last read. */
export const discard = command({
  body: z.strictObject({}),
  decide: (article, _body, { actor, now }) => {
    mustWorkOnArticle(actor, article);
    const state = articleLifecycle.next(article.state, "discard");
    const stays = article.published ?? article.withdrawn;
    if (stays === undefined) throw new Refusal("rule_violation", "It was never published: retire it instead");
    const changes: Partial<Article> = {
      ...none,
      state,
      authors: [],
      ...(article.published ? {} : { published: backAt(article, stays), withdrawn: undefined, foundAt: now }),
    };
    return [happened(ArticleDiscarded, article, changes, {})];
  },
});

/** Published again as it was; readers' ETag is another, because for a while there was nothing. */
const backAt = ({ version }: WholeArticle, published: Published): Published => ({
  ...published,
  at: version + 1,
});
