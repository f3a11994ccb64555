import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { Question } from "../../../shared/search/search.ts";
import { Category } from "../content.ts";
import { FoundItem, presentHits } from "../search/present.ts";
import { tag } from "../search/searchable.ts";
import { seenBy } from "../search/sees.ts";
import type { KnowledgeContext } from "../table.ts";

const Id = z.string().trim().min(1).max(128);

/** As much of a ticket as is known while somebody is still typing. */
const Draft = z.strictObject({
  title: z.string().trim().min(1).max(200).optional(),
  description: z.string().trim().min(1).max(16_000).optional(),
  category: Category.optional(),
  serviceId: Id.optional(),
  ciIds: z.array(Id).max(50).default([]),
});

/** As many of each as people look at while they type. */
const most = 5;
/** Less than this share of the best of its kind is chance. */
const least = 0.25;

/** The words of a draft; what it is about counts as words, which documents have among their keywords. */
const textOf = ({
  title = "",
  description = "",
  category = "",
  serviceId = "",
  ciIds,
}: z.infer<typeof Draft>) =>
  [title, title, description.slice(0, 2000), category, serviceId, ...ciIds].join(" ").trim();

const kinds = {
  articles: [tag("kind", "article")],
  knownErrors: [tag("type", "known_error"), tag("kind", "known_error")],
  tickets: [tag("kind", "incident")],
} as const;

export const suggestKnowledge = endpoint({
  id: "suggestKnowledge",
  summary:
    "What may help with a ticket that is being written: articles, known errors and how like tickets were resolved",
  route: "POST /knowledge/suggestions",
  permission: "knowledge:read",
  safe: true,
  body: Draft,
  reply: z.object({
    articles: z.array(FoundItem),
    knownErrors: z.array(FoundItem),
    tickets: z.array(FoundItem),
  }),
  refusals: [],
  handle: async ({ body, actor }, context: KnowledgeContext) => {
    const { synonyms } = await context.settings();
    const text = textOf(body);
    const question = (kind: readonly string[]): Question => ({
      text,
      synonyms,
      filter: [seenBy(actor), kind],
      limit: most,
    });
    const answers = await context.engine.ask(Object.values(kinds).map(question));
    const shown = answers.map(({ hits, terms }) => presentHits(actor, hits, terms, context));
    const [articles = [], knownErrors = [], tickets = []] = await Promise.all(shown);
    const good = (items: readonly FoundItem[]) => items.filter(({ relevance }) => relevance >= least);
    return { articles: good(articles), knownErrors: good(knownErrors), tickets: good(tickets) };
  },
});
