import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { mustWorkOnArticle } from "../access.ts";
import { type Article, isReadable, type WholeArticle } from "../article.ts";
import { ArticleExpiring, ArticleHidden, ArticleRenewed } from "../events.ts";
import { command, happened } from "./command.ts";

const day = 24 * 3_600_000;

/** When the owner of what is valid until then should look at it. */
export const remindAtFor = (validTo: string | undefined, remindDays: number): string | undefined =>
  validTo === undefined ? undefined : new Date(Date.parse(validTo) - remindDays * day).toISOString();

/** When its time has something to tell next. */
export const nextDueAt = ({
  published,
  hiddenAt,
  validTo,
  remindAt,
  reminded,
}: Article): string | undefined => {
  if (!published || hiddenAt !== undefined || validTo === undefined) return undefined;
  return reminded || remindAt === undefined || remindAt > validTo ? validTo : remindAt;
};

/** What the clock means for an article: a reminder once, then it is hidden. Nothing, when it is not due. */
export const passTime = (article: WholeArticle, now: string): Decision<Article> => {
  const dueAt = nextDueAt(article);
  if (dueAt === undefined || dueAt > now) return [];
  const { validTo } = article;
  if (validTo !== undefined && validTo <= now)
    return [happened(ArticleHidden, article, { hiddenAt: now, reminded: true, foundAt: now }, {})];
  return [happened(ArticleExpiring, article, { reminded: true }, {})];
};

/** It stays true for longer, or shorter; what was hidden is found again. */
export const renew = command({
  body: z.strictObject({ validTo: z.iso.datetime().nullable().describe("null: without an end") }),
  decide: (article, { validTo: until }, { actor, now, settings }) => {
    mustWorkOnArticle(actor, article);
    const validTo = until ?? undefined;
    if (validTo !== undefined && validTo <= now)
      throw new Refusal("invalid_input", undefined, [{ path: "body.validTo", message: "It is past" }]);
    if (validTo === article.validTo && article.hiddenAt === undefined) return [];
    const changes: Partial<Article> = {
      validTo,
      remindAt: remindAtFor(validTo, settings.remindDays),
      reminded: undefined,
      hiddenAt: undefined,
      ...(article.published && !isReadable(article) ? { foundAt: now } : {}),
    };
    return [happened(ArticleRenewed, article, changes, {})];
  },
});
