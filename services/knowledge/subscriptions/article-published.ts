import { subscription } from "../../../shared/events/subscription.ts";
import { ArticlePublished } from "../events.ts";
import type { KnowledgeContext } from "../table.ts";
import { followPublication } from "../translations.ts";

export const articlePublished = subscription({
  id: "article-published",
  summary: "Translations of what was published are asked for, and those that were published are done.",
  event: ArticlePublished,
  handle: ({ meta }, context: KnowledgeContext) => followPublication(meta.subject, context),
});
