import type { Decision } from "../../../shared/dynamo/record.ts";
import type { Article, WholeArticle } from "../article.ts";
import { ArticleAssigned, ArticleSubmitted } from "../events.ts";
import { changeSettings, type Settings, SettingsFields } from "../settings.ts";
import { giveTask, type Task } from "../task.ts";
import { happened } from "./command.ts";

type Leaver = { readonly personId: string; readonly handOverTo?: string | undefined };

/** Whether somebody looks after an article that is still of use. */
export const looksAfter = ({ ownerId, state }: Article, personId: string): boolean =>
  ownerId === personId && state !== "retired";

/** Whether an article waits for somebody's review. */
export const isReviewedBy = ({ state, reviewers }: Article, personId: string): boolean =>
  state === "review" && reviewers?.personIds.includes(personId) === true;

const inPlaceOf = (personIds: readonly string[], personId: string, to: string | undefined): string[] => [
  ...new Set(personIds.flatMap((each) => (each === personId ? (to ?? []) : each))),
];

/** Who takes over is asked for the review, unless they wrote it; who manages knowledge can do it at any time. */
const handOverReview = (article: WholeArticle, { personId, handOverTo }: Leaver): Decision<Article> => {
  const { reviewers, authors } = article;
  if (reviewers === undefined || !isReviewedBy(article, personId)) return [];
  const to = handOverTo !== undefined && authors.includes(handOverTo) ? undefined : handOverTo;
  const personIds = inPlaceOf(reviewers.personIds, personId, to);
  return [happened(ArticleSubmitted, article, { reviewers: { ...reviewers, personIds } }, {})];
};

/**
 * The articles of somebody who is gone are looked after by who takes over, without one they wait for a manager;
 * what they were to review is reviewed by others.
 */
export const handOverArticle = (article: WholeArticle, leaver: Leaver): Decision<Article> => {
  const { personId, handOverTo } = leaver;
  const changes = { ownerId: handOverTo };
  const isGiven = handOverTo !== undefined && looksAfter(article, personId);
  const given = isGiven ? [happened(ArticleAssigned, article, changes, {})] : [];
  const latest = isGiven ? ({ ...article, ...changes } as WholeArticle) : article;
  return [...given, ...handOverReview(latest, leaver)];
};

/** Whether there is something to do about an article that somebody is to do. */
export const hasTask = ({ ownerId, state }: Task, personId: string): boolean =>
  state === "open" && ownerId === personId;

/** Does it: who takes over, else who looks after the article by now. */
export const handOverTask = (
  task: Task,
  { personId, handOverTo }: Leaver,
  articleOwnerId: string,
): Decision<Task> => {
  const to = handOverTo ?? articleOwnerId;
  return to !== personId && hasTask(task, personId) ? giveTask(task, to) : [];
};

export const isUsualReviewer = ({ reviewers }: SettingsFields, personId: string): boolean =>
  reviewers.some(({ personIds }) => personIds.includes(personId));

/** The rules name who takes over in the place of who is gone. */
export const replaceReviewer = (settings: Settings, { personId, handOverTo }: Leaver): Decision<Settings> => {
  if (!isUsualReviewer(settings, personId)) return [];
  const { id: _id, version: _version, createdAt: _made, updatedAt: _changed, ...fields } = settings;
  const reviewers = settings.reviewers.map(({ personIds, ...rest }) => ({
    ...rest,
    personIds: inPlaceOf(personIds, personId, handOverTo),
  }));
  return changeSettings(SettingsFields.parse({ ...fields, reviewers }));
};
