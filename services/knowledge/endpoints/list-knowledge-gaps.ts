import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { ArticleId, isReadable } from "../article.ts";
import { gapsOf } from "../search/search-log.ts";
import { heard, isExample, type KnownTicket } from "../search/ticket.ts";
import type { KnowledgeContext } from "../table.ts";

const day = 24 * 3_600_000;
/** So many past tickets are looked at, the newest first. */
const mostTickets = 1000;

const Theme = z.object({
  category: z.string().optional(),
  serviceId: z.string().optional(),
  tickets: z.number().int(),
  withoutArticle: z.number().int(),
  examples: z.array(z.string()).describe("Some of those without an article"),
});
type Theme = z.infer<typeof Theme>;

const articlesOf = ({ links }: KnownTicket): readonly string[] =>
  links.flatMap(({ target }) => (ArticleId.safeParse(target).success ? [target] : []));

/** Of the articles that tickets are tied to, those that somebody can read: a draft helps nobody yet. */
const readableOf = async (
  tickets: readonly KnownTicket[],
  { articles }: KnowledgeContext,
): Promise<ReadonlySet<string>> => {
  const ids = [...new Set(tickets.flatMap(articlesOf))];
  return new Set((await articles.some(ids)).filter(isReadable).map(({ id }) => id));
};

/** By category and service, how many tickets were resolved without an article. */
const themesOf = (tickets: readonly KnownTicket[], readable: ReadonlySet<string>): readonly Theme[] => {
  const themes = new Map<string, Theme>();
  for (const ticket of tickets) {
    const { id, category, serviceId } = ticket;
    const key = JSON.stringify([category, serviceId]);
    const before = themes.get(key) ?? { category, serviceId, tickets: 0, withoutArticle: 0, examples: [] };
    const lacks = !articlesOf(ticket).some((article) => readable.has(article));
    themes.set(key, {
      ...before,
      tickets: before.tickets + 1,
      withoutArticle: before.withoutArticle + (lacks ? 1 : 0),
      examples: lacks && before.examples.length < 5 ? [...before.examples, id] : before.examples,
    });
  }
  return [...themes.values()]
    .filter(({ withoutArticle }) => withoutArticle > 0)
    .toSorted((a, b) => b.withoutArticle - a.withoutArticle);
};

export const listKnowledgeGaps = endpoint({
  id: "listKnowledgeGaps",
  summary: "What is missing: what was searched for in vain, and what keeps being resolved without an article",
  route: "GET /knowledge/gaps",
  permission: "knowledge:manage",
  query: z.strictObject({ days: z.coerce.number().int().min(1).max(90).default(14) }),
  reply: z.object({
    searches: z.array(z.object({ words: z.string(), count: z.number().int() })),
    tickets: z.array(Theme),
  }),
  refusals: [],
  handle: async ({ query: { days } }, context: KnowledgeContext) => {
    const { counts, tickets, now } = context;
    const until = new Date(now());
    const from = new Date(until.getTime() - days * day).toISOString();
    const [searches, members] = await Promise.all([
      gapsOf(counts, until, days, 50),
      tickets.members(heard, from, mostTickets),
    ]);
    const past = members
      .map(({ value }) => value)
      .filter((ticket) => isExample({ ticket, resolution: undefined }));
    return { searches: [...searches], tickets: themesOf(past, await readableOf(past, context)).slice(0, 50) };
  },
});
