import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { ArticleKind, Category, Language } from "../content.ts";
import { FoundItem, presentHits } from "../search/present.ts";
import { countGap } from "../search/search-log.ts";
import { tag } from "../search/searchable.ts";
import { seenBy } from "../search/sees.ts";
import type { KnowledgeContext } from "../table.ts";

const facets = ["kind", "type", "category", "service", "language"] as const;
const Id = z.string().trim().min(1).max(128);

const Question = z.strictObject({
  text: z.string().trim().min(1).max(2000),
  isTyping: z.boolean().default(false).describe("The last word may be only begun"),
  kind: z.enum(["article", "known_error", "incident"]).optional(),
  type: ArticleKind.optional(),
  category: Category.optional(),
  serviceId: Id.optional(),
  ciId: Id.optional(),
  language: Language.optional(),
  limit: z.int().min(1).max(50).default(10),
});

const Facet = z.array(z.object({ value: z.string(), count: z.number().int() }));

const filterOf = (body: z.infer<typeof Question>): readonly (readonly string[])[] => {
  const wanted = {
    kind: body.kind,
    type: body.type,
    category: body.category,
    service: body.serviceId,
    ci: body.ciId,
    language: body.language,
  };
  return Object.entries(wanted).flatMap(([facet, value]) =>
    value === undefined ? [] : [[tag(facet, value)]],
  );
};

export const searchKnowledge = endpoint({
  id: "searchKnowledge",
  summary:
    "Search articles, known errors and past tickets, best first; who asks is only ever told of what they may read",
  route: "POST /knowledge/search",
  permission: "knowledge:read",
  safe: true,
  body: Question,
  reply: z.object({
    items: z.array(FoundItem),
    total: z.number().int(),
    facets: z.object({ kind: Facet, type: Facet, category: Facet, service: Facet, language: Facet }),
    didYouMean: z
      .string()
      .optional()
      .describe("The question with what is likely meant by words that are nowhere"),
  }),
  refusals: [],
  handle: async ({ body, actor }, context: KnowledgeContext) => {
    const { synonyms, searchLogDays } = await context.settings();
    const { text, isTyping, limit } = body;
    const filter = [seenBy(actor), ...filterOf(body)];
    const [answer] = await context.engine.ask([{ text, isTyping, synonyms, filter, facets, limit }]);
    if (answer === undefined) throw new Error("A question was not answered");
    const { hits, total, terms, didYouMean } = answer;
    // Only whole questions without a filter tell of something that is missing.
    if (total === 0 && !isTyping && filter.length === 1)
      await countGap(context.counts, text, new Date(context.now()), searchLogDays);
    return {
      items: [...(await presentHits(actor, hits, terms, context))],
      total,
      facets: answer.facets as Record<(typeof facets)[number], z.infer<typeof Facet>>,
      didYouMean,
    };
  },
});
