import { Refusal } from "../../../shared/domain/refusal.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import { ArticleLinked, ArticleProposed, ArticleReused } from "../../knowledge/events.ts";
import { link, unlink } from "../decisions/relate.ts";
import { circumstances } from "../follow-alert.ts";
import type { Link } from "../incident.ts";
import type { IncidentContext } from "../table.ts";

/** The number of an article as such events name it: under `article` or, of a use, by itself. */
type Told = {
  readonly article?: { readonly id: string };
  readonly articleId?: string;
  readonly record: { readonly kind: string; readonly id: string };
  readonly isLinked?: boolean;
};

/** As many ties as an incident has room for. */
const most = 50;

/** Knowledge may name what is no incident of ours; then there is nothing to tie. */
const unlessUnknown = (error: unknown): void => {
  if (!(error instanceof Refusal && error.code === "not_found")) throw error;
};

export const articleUsed = [ArticleReused, ArticleLinked, ArticleProposed].map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "An incident keeps which articles helped with it or came out of it.",
    event: event as EventType<unknown> as EventType<Told>,
    where: { record: { kind: ["incident"] } },
    handle: async ({ data }, context: IncidentContext) => {
      const { article, articleId = article?.id ?? "", record, isLinked = true } = data;
      if (record.kind !== "incident") return;
      const on = await circumstances(context);
      const tie: Link = { type: "related", target: articleId };
      await context.incidents
        .update(record.id, undefined, (incident) => {
          if (!isLinked) return unlink.decide(incident, tie, on);
          return incident.links.length >= most ? [] : link.decide(incident, tie, on);
        })
        .catch(unlessUnknown);
    },
  }),
);
