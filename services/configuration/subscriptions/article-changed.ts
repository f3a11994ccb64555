import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import {
  ArticleHidden,
  ArticlePublished,
  ArticleRenewed,
  ArticleRestored,
  ArticleRetired,
} from "../../knowledge/events.ts";
import { knownArticle } from "../known-article.ts";
import type { ConfigurationContext } from "../table.ts";

/** Every event after which readers may read another article of a CI, or one less. */
const events = [ArticlePublished, ArticleHidden, ArticleRenewed, ArticleRetired, ArticleRestored];

export const articleChanged = events.map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "Keeps which articles there are about a CI, for its page.",
    event,
    handle: async ({ meta, data }, { articles }: ConfigurationContext) => {
      await articles.keep(meta, knownArticle(data.article));
    },
  }),
);
