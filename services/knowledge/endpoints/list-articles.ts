import * as z from "zod";
import { type Actor, may } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { ForeignId } from "../../../shared/domain/texts.ts";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { Article, ArticleId, articleLifecycle } from "../article.ts";
import { Category, PersonId } from "../content.ts";
import { all, type KnowledgeContext, target } from "../table.ts";

const choices = {
  category: Category.optional().describe("What may be read in a category"),
  ciId: ForeignId.optional().describe("What may be read about a CI"),
  serviceId: ForeignId.optional().describe("What may be read about a service"),
  recordId: ForeignId.optional().describe("What is tied to another record"),
  translationOf: ArticleId.optional().describe("Its translations"),
  ownerId: PersonId.optional().describe("What somebody looks after"),
  reviewerId: PersonId.optional().describe("What somebody is asked to review"),
  reviewTeamId: ForeignId.optional().describe("What a team is asked to review"),
  state: articleLifecycle.State.optional().describe(
    "By their newest version; for those who manage knowledge",
  ),
};
type Choice = keyof typeof choices;

const Query = z
  .strictObject({ ...choices, ...pageQuery })
  .refine((query) => Object.keys(choices).filter((name) => query[name as Choice] !== undefined).length < 2, {
    error: `One at a time of ${Object.keys(choices).join(", ")}`,
  });

const byTarget = (partition: string) => ({ index: "articlesByTarget", partition, edges: true });

/** Who owns and reviews articles, and what they were used for, is for those who work with them; a review is between those asked. */
const refuseOthers = (actor: Actor, query: z.infer<typeof Query>): void => {
  const { ownerId, recordId, reviewerId, reviewTeamId } = query;
  const isInner = recordId !== undefined || (ownerId !== undefined && ownerId !== actor.id);
  if (isInner && !may(actor, "knowledge:read_internal"))
    throw new Refusal("forbidden", "Ask for your own, or for a category");
  const isOthers =
    (reviewerId !== undefined && reviewerId !== actor.id) ||
    (reviewTeamId !== undefined && !actor.teams.includes(reviewTeamId));
  if (isOthers && !may(actor, "knowledge:manage"))
    throw new Refusal("forbidden", "Ask for what you or your teams are asked to review");
};

const askFor = (query: z.infer<typeof Query>, actor: Actor) => {
  const { category, ciId, serviceId, recordId, translationOf, ownerId, reviewerId, reviewTeamId, state } =
    query;
  if (category !== undefined) return { index: "readableByCategory", partition: category };
  if (ciId !== undefined) return byTarget(target.ci(ciId));
  if (serviceId !== undefined) return byTarget(target.service(serviceId));
  if (recordId !== undefined) return byTarget(target.record(recordId));
  if (translationOf !== undefined) return byTarget(target.original(translationOf));
  if (ownerId !== undefined) return { index: "articlesByOwner", partition: ownerId };
  if (reviewerId !== undefined) return byTarget(target.reviewer(reviewerId));
  if (reviewTeamId !== undefined) return byTarget(target.reviewTeam(reviewTeamId));
  if (state === undefined) return { index: "readable", partition: all };
  if (!may(actor, "knowledge:manage")) throw new Refusal("forbidden", "Ask for your own, or for a category");
  return { index: "articlesByState", partition: state };
};

export const listArticles = endpoint({
  id: "listArticles",
  summary: "Articles one may read, newest first; or those that somebody owns, reviews or ties to something",
  route: "GET /articles",
  permission: "knowledge:read",
  query: Query,
  reply: pageOf(
    Article.omit({ returned: true, retirement: true, links: true }).meta({ id: "ListedArticle" }),
  ),
  refusals: ["invalid_cursor"],
  handle: ({ query, actor }, { articles }: KnowledgeContext) => {
    const { limit, cursor } = query;
    refuseOthers(actor, query);
    return articles.list({ ...askFor(query, actor), newestFirst: true }, { limit, cursor });
  },
});
