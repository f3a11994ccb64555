import { eachOnce, forEachId } from "../../../shared/dynamo/for-each.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { type Holding, reportHoldings } from "../../../shared/holdings/holdings.ts";
import { DepartureAsked, type DepartureSnapshot } from "../../organization/events-departures.ts";
import type { WholeArticle } from "../article.ts";
import {
  handOverArticle,
  handOverTask,
  hasTask,
  isReviewedBy,
  isUsualReviewer,
  looksAfter,
  replaceReviewer,
} from "../decisions/depart.ts";
import { KnowledgeHoldingsFound } from "../events-holdings.ts";
import { settingsId } from "../settings.ts";
import { type KnowledgeContext, target } from "../table.ts";

type Given = { readonly departure: DepartureSnapshot; readonly isOver: boolean };

const articlesOf = async (
  { departure, isOver }: Given,
  { articles }: KnowledgeContext,
): Promise<Holding[]> => {
  const { personId } = departure;
  const left = new Map<string, Holding>();
  const handOver = async (id: string): Promise<void> => {
    const article = await articles.update(id, undefined, (current) =>
      isOver ? handOverArticle(current as WholeArticle, departure) : [],
    );
    if (looksAfter(article, personId)) left.set(id, { kind: "article", id });
    if (isReviewedBy(article, personId)) left.set(`review ${id}`, { kind: "review", id });
  };
  const asks = [
    { index: "articlesByOwner", partition: personId },
    { index: "articlesByTarget", partition: target.reviewer(personId) },
  ];
  await forEachId(eachOnce(asks.map(articles.ids)), handOver);
  return [...left.values()];
};

const tasksOf = async (
  { departure, isOver }: Given,
  { tasks, ownerOf }: KnowledgeContext,
): Promise<Holding[]> => {
  const { personId } = departure;
  const left: Holding[] = [];
  await forEachId(tasks.ids({ index: "tasksByOwner", partition: `${personId}#open` }), async (id) => {
    const ownerId = await ownerOf((await tasks.get(id)).articleId);
    const task = await tasks.update(id, undefined, (current) =>
      isOver ? handOverTask(current, departure, ownerId) : [],
    );
    if (hasTask(task, personId)) left.push({ kind: "knowledge-task", id });
  });
  return left;
};

const rulesNaming = async (
  { departure, isOver }: Given,
  { settingsRecord }: KnowledgeContext,
): Promise<Holding[]> => {
  const rules = await settingsRecord.update(settingsId, undefined, (settings) =>
    isOver ? replaceReviewer(settings, departure) : [],
  );
  return isUsualReviewer(rules, departure.personId) ? [{ kind: "reviewer", id: settingsId }] : [];
};

export const departureAsked = subscription({
  id: "departure-asked",
  summary: "Hands over the articles, reviews and tasks of who is gone, and tells what is left.",
  event: DepartureAsked,
  handle: async ({ data: { departure } }, context: KnowledgeContext) => {
    const { id: caseId, personId, round, kind, lastAt } = departure;
    const given = { departure, isOver: lastAt <= context.now() };
    const left: Holding[] = [];
    // Who goes to another team still knows what they wrote. Tasks come last: the articles' new owners do them.
    if (kind === "leaves")
      for (const part of [articlesOf, tasksOf, rulesNaming]) left.push(...(await part(given, context)));
    await reportHoldings(context.held, KnowledgeHoldingsFound, { caseId, personId, round }, left);
  },
});
