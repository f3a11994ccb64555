import { Refusal } from "../../../shared/domain/refusal.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import { ArticleLinked, ArticleProposed, ArticleReused } from "../../knowledge/events.ts";
import { followArticle } from "../decisions/follow-article.ts";
import type { KnownArticle } from "../problem.ts";
import type { ProblemContext } from "../table.ts";

/** The number of an article as such events name it: under `article` or, of a use, by itself. */
type Told = {
  readonly article?: { readonly id: string };
  readonly articleId?: string;
  readonly record: { readonly kind: string; readonly id: string };
  readonly isLinked?: boolean;
};

const saidBy = ({ article, articleId, isLinked }: Told, sequence: number): KnownArticle => {
  // The events of a use count by themselves: they say nothing of when the tie was last spoken of.
  if (article === undefined) return { id: articleId ?? "", relation: "reused", sequence: 0 };
  if (isLinked === undefined) return { id: article.id, relation: "made", sequence };
  return { id: article.id, relation: isLinked ? "linked" : "untied", sequence };
};

export const articleUsed = [ArticleReused, ArticleLinked, ArticleProposed].map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "A problem keeps which articles came out of it or say the same.",
    event: event as EventType<unknown> as EventType<Told>,
    where: { record: { kind: ["problem"] } },
    handle: async ({ meta, data }, { problems }: ProblemContext) => {
      const { kind, id } = data.record;
      if (kind !== "problem") return;
      const said = saidBy(data, meta.sequence);
      await problems
        .update(id, undefined, (problem) => followArticle(problem, said))
        .catch((error: unknown) => {
          // Knowledge may name a problem that is not there.
          if (!(error instanceof Refusal && error.code === "not_found")) throw error;
        });
    },
  }),
);
