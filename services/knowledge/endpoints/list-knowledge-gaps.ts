import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
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

const hasArticle = ({ links }: KnownTicket): boolean => links.some(({ target }) => target.startsWith("KB"));

/** By category and service, how many tickets were resolved without an article. */
const themesOf = (tickets: readonly KnownTicket[]): readonly Theme[] => {
  const themes = new Map<string, Theme>();
  for (const ticket of tickets) {
    const { id, category, serviceId } = ticket;
    const key = JSON.stringify([category, serviceId]);
    const before = themes.get(key) ?? { category, serviceId, tickets: 0, withoutArticle: 0, examples: [] };
    const lacks = !hasArticle(ticket);
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
  handle: async ({ query: { days } }, { counts, tickets, now }: KnowledgeContext) => {
    const until = new Date(now());
    const from = new Date(until.getTime() - days * day).toISOString();
    const [searches, members] = await Promise.all([
      gapsOf(counts, until, days, 50),
      tickets.members(heard, from, mostTickets),
    ]);
    const past = members
      .map(({ value }) => value)
      .filter((ticket) => isExample({ ticket, resolution: undefined }));
    return { searches: [...searches], tickets: themesOf(past).slice(0, 50) };
  },
});
