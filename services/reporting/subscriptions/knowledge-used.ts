import type { EventMeta } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import {
  ArticleRated,
  ArticleReused,
  type ArticleSnapshot,
  knowledgeEvents,
  SuggestionOpened,
  SuggestionSettled,
} from "../../knowledge/events.ts";
import { knownArticle } from "../kinds/knowledge.ts";
import type { ReportingContext } from "../table.ts";
import { eventsAbout } from "./events-about.ts";

const articleChanged = eventsAbout(
  "article",
  knowledgeEvents,
  ({ meta, snapshot }: { meta: EventMeta; snapshot: ArticleSnapshot }, { measures }) =>
    measures.article.keep(meta, knownArticle(snapshot)),
);

const reused = subscription({
  id: subscriptionId(ArticleReused),
  summary: "Counts that an article helped with a record.",
  event: ArticleReused,
  handle: ({ meta, data: { articleId, record } }, { measures }: ReportingContext) =>
    measures.reuse.keep(meta, { figure: "reused", articleId, at: meta.occurredAt, recordId: record.id }),
});

const rated = subscription({
  id: subscriptionId(ArticleRated),
  summary: "Counts what a reader said last of an article.",
  event: ArticleRated,
  handle: ({ meta, data: { articleId, helpful } }, { measures }: ReportingContext) =>
    measures.rating.keep(meta, {
      figure: helpful ? "helpful" : "unhelpful",
      articleId,
      at: meta.occurredAt,
    }),
});

const suggestionOpened = subscription({
  id: subscriptionId(SuggestionOpened),
  summary: "Knows that what becomes of a suggestion is still open.",
  event: SuggestionOpened,
  handle: ({ meta, data: { articleId } }, { measures }: ReportingContext) =>
    measures.suggestion.keep(meta, { articleId, at: meta.occurredAt }),
});

const suggestionSettled = subscription({
  id: subscriptionId(SuggestionSettled),
  summary: "Counts whether a suggestion spared a ticket.",
  event: SuggestionSettled,
  handle: ({ meta, data: { articleId, outcome } }, { measures }: ReportingContext) =>
    measures.suggestion.keep(meta, {
      figure: outcome === "open" ? undefined : outcome,
      articleId,
      at: meta.occurredAt,
    }),
});

export const knowledgeUsed = [...articleChanged, reused, rated, suggestionOpened, suggestionSettled];
