import * as z from "zod";
import { may } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { mustWorkOnArticle } from "../access.ts";
import { type Article, articleLifecycle, Reference, type WholeArticle } from "../article.ts";
import { PersonId } from "../content.ts";
import { ArticleAssigned, ArticleLinked, ArticleRestored, ArticleRetired } from "../events.ts";
import { command, happened } from "./command.ts";

/** Readers find it no more; its versions and its history stay. */
export const retire = command({
  body: z.strictObject({ reason: z.string().trim().min(1).max(2000).optional() }),
  decide: (article, { reason }, { actor, now }) => {
    mustWorkOnArticle(actor, article);
    const changes: Partial<Article> = {
      state: articleLifecycle.next(article.state, "retire"),
      published: undefined,
      withdrawn: article.published ?? article.withdrawn,
      reviewers: undefined,
      submittedAt: undefined,
      hiddenAt: undefined,
      retirement: reason,
      ...(article.published ? { foundAt: now } : {}),
    };
    return [happened(ArticleRetired, article, changes, {})];
  },
});

/** Worked on again; readers get it when it is published. */
export const restore = command({
  body: z.strictObject({}),
  decide: (article, _body, { actor }) => {
    if (!may(actor, "knowledge:manage")) throw new Refusal("forbidden", "Ask a knowledge manager");
    const state = articleLifecycle.next(article.state, "restore");
    return [happened(ArticleRestored, article, { state, retirement: undefined }, {})];
  },
});

export const assign = command({
  body: z.strictObject({ ownerId: PersonId }),
  decide: (article, { ownerId }, { actor }) => {
    mustWorkOnArticle(actor, article);
    return article.ownerId === ownerId ? [] : [happened(ArticleAssigned, article, { ownerId }, {})];
  },
});

/** As many ties as fit the record. */
const mostLinks = 50;
const same = (a: Reference, b: Reference): boolean => a.kind === b.kind && a.id === b.id;

/** Ties it to a record, or says nothing where it is tied already; the oldest tie gives way to the fifty-first. */
export const tie = (article: WholeArticle, record: Reference): Decision<Article> => {
  const { links } = article;
  if (links.some((present) => same(present, record))) return [];
  const kept = links.slice(Math.max(0, links.length - mostLinks + 1));
  return [happened(ArticleLinked, article, { links: [...kept, record] }, { record, isLinked: true })];
};

export const link = command({
  body: Reference,
  decide: (article, record, { actor }) => {
    mustWorkOnArticle(actor, article);
    return tie(article, record);
  },
});

export const unlink = command({
  body: Reference,
  decide: (article, record, { actor }) => {
    mustWorkOnArticle(actor, article);
    const links = article.links.filter((present) => !same(present, record));
    if (links.length === article.links.length) return [];
    return [happened(ArticleLinked, article, { links }, { record, isLinked: false })];
  },
});
