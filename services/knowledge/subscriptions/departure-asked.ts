import { forEachId } from "../../../shared/dynamo/for-each.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { type Holding, reportHoldings } from "../../../shared/holdings/holdings.ts";
import { DepartureAsked, type DepartureSnapshot } from "../../organization/events-departures.ts";
import type { WholeArticle } from "../article.ts";
import { handOverArticle, looksAfter } from "../decisions/depart.ts";
import { KnowledgeHoldingsFound } from "../events-holdings.ts";
import type { KnowledgeContext } from "../table.ts";

const articlesOf = async (departure: DepartureSnapshot, context: KnowledgeContext): Promise<Holding[]> => {
  const { personId, lastAt } = departure;
  const { articles, now } = context;
  const isOver = lastAt <= now();
  const left: Holding[] = [];
  await forEachId(articles.ids({ index: "articlesByOwner", partition: personId }), async (id) => {
    const article = await articles.update(id, undefined, (current) =>
      isOver ? handOverArticle(current as WholeArticle, departure) : [],
    );
    if (looksAfter(article, personId)) left.push({ kind: "article", id });
  });
  return left;
};

export const departureAsked = subscription({
  id: "departure-asked",
  summary: "Hands over the articles of who is gone, and tells what is left.",
  event: DepartureAsked,
  handle: async ({ data: { departure } }, context: KnowledgeContext) => {
    const { id: caseId, personId, round, kind } = departure;
    // Who goes to another team still knows what they wrote.
    const left = kind === "moves" ? [] : await articlesOf(departure, context);
    await reportHoldings(context.held, KnowledgeHoldingsFound, { caseId, personId, round }, left);
  },
});
