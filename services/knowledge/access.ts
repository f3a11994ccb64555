import { type Actor, type Grants, may } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import type { HistoryEntry } from "../../shared/dynamo/record.ts";
import { type Article, articleLifecycle, isReadable } from "./article.ts";
import type { Head } from "./content.ts";

const reader = ["knowledge:read", "knowledge:rate"] as const;
const staff = [...reader, "knowledge:read_internal", "knowledge:write"] as const;

/** Everybody reads what is published for everybody; who works on IT services also writes, and links, and reviews. */
export const knowledgeGrants: Grants = {
  employee: reader,
  agent: staff,
  integration: staff,
  "problem-manager": staff,
  "change-manager": staff,
  "asset-manager": staff,
  "configuration-manager": staff,
  "major-incident-manager": staff,
  "knowledge-manager": [...staff, "knowledge:manage", "knowledge:administer"],
  admin: [...staff, "knowledge:administer"],
};

const manages = (actor: Actor): boolean => may(actor, "knowledge:manage");

/** Whether an audience takes in somebody. */
export const isFor = (actor: Actor, { audience, teamIds }: Pick<Head, "audience" | "teamIds">): boolean => {
  if (audience === "everyone") return may(actor, "knowledge:read");
  if (!may(actor, "knowledge:read_internal")) return false;
  return audience === "agents" || manages(actor) || teamIds.some((id) => actor.teams.includes(id));
};

const isAsked = (actor: Actor, { state, reviewers }: Article): boolean =>
  state === "review" &&
  (reviewers?.personIds.includes(actor.id) || reviewers?.teamIds.some((id) => actor.teams.includes(id))) ===
    true;

/** Whether somebody works on an article, and so sees what is not published: who manages knowledge, owns, wrote or reviews it. */
export const worksOnArticle = (actor: Actor, article: Article): boolean =>
  manages(actor) ||
  (may(actor, "knowledge:write") &&
    (article.ownerId === actor.id || article.authors?.includes(actor.id) || isAsked(actor, article)) ===
      true);

/** Refuses with `forbidden` who may read an article but does not work on it. */
export const mustWorkOnArticle = (actor: Actor, article: Article): void => {
  if (!worksOnArticle(actor, article)) throw new Refusal("forbidden", "Others work on it");
};

/** A reviewer is one of those asked, or manages knowledge, and has written no word of it. */
export const mustReview = (actor: Actor, article: Article): void => {
  if (article.authors?.includes(actor.id))
    throw new Refusal("rule_violation", "Nobody reviews what they have written");
  if (!manages(actor) && !isAsked(actor, article))
    throw new Refusal("forbidden", "Others are asked to review it");
};

/** What readers get: the published version, and nothing that tells of another one. */
const forReader = (actor: Actor, { id, createdAt, ownerId, published, translationOf }: Article): Article => ({
  id,
  version: published?.at ?? 0,
  createdAt,
  updatedAt: published?.publishedAt ?? createdAt,
  state: "published",
  ...(may(actor, "knowledge:read_internal") ? { ownerId } : {}),
  published,
  translationOf,
  // Whether somebody else is at it already shows only when one tries.
  actions: may(actor, "knowledge:write") ? ["edit", "revert"] : [],
});

const actionsOf = (actor: Actor, article: Article): string[] => {
  const { state, published, withdrawn } = article;
  const couldReturn = published !== undefined || withdrawn !== undefined;
  const judges = (manages(actor) || isAsked(actor, article)) && !article.authors?.includes(actor.id);
  return articleLifecycle.allowed(state).filter((action) => {
    if (action === "discard") return couldReturn;
    if (action === "publish" || action === "return") return judges;
    return action === "restore" ? manages(actor) : true;
  });
};

/** What an actor sees of an article: the rule behind every channel. */
export const viewArticle = (actor: Actor, article: Article): Article | undefined => {
  if (worksOnArticle(actor, article)) return { ...article, actions: actionsOf(actor, article) };
  const { published } = article;
  return isReadable(article) && published && isFor(actor, published) ? forReader(actor, article) : undefined;
};

/** The history is the working of it: only for those who do. */
export const viewArticleEntry = (
  actor: Actor,
  article: Article,
  { data, ...entry }: HistoryEntry,
): HistoryEntry | undefined => {
  if (!worksOnArticle(actor, article)) return undefined;
  const { article: _snapshot, ...rest } = data;
  return { ...entry, data: rest };
};
