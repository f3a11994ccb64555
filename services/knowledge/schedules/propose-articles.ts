import type { Schedule } from "../../../shared/service.ts";
import type { Article } from "../article.ts";
import { considerTicket } from "../propose-article.ts";
import { heard } from "../search/ticket.ts";
import type { KnowledgeContext } from "../table.ts";

const cell = "proposals";
/** What else is told of a ticket comes within it, whatever order events take. */
const settledMs = 2 * 60_000;
/** So many are looked at before it is kept how far this came. */
const atOnce = 20;

/** Resolutions told of after an order and long enough ago, in the order in which they were told of; a few. */
const nextOf = async (reached: string, { resolutions, now }: KnowledgeContext) => {
  const until = new Date(Date.parse(now()) - settledMs).toISOString();
  const found: { readonly id: string; readonly order: string }[] = [];
  for await (const page of resolutions.pages(heard, reached)) {
    found.push(...page.filter(({ order }) => order > reached && order < until));
    if (found.length >= atOnce || page.some(({ order }) => order >= until)) break;
  }
  return found.slice(0, atOnce);
};

export const proposeArticles: Schedule<KnowledgeContext> = {
  id: "propose-articles",
  summary: "Looks at what was resolved: counts articles that helped, and drafts those that are missing.",
  every: "rate(1 minute)",
  handle: async ({ deadline }, context) => {
    const { cells, pastTickets } = context;
    const drafted: Article[] = [];
    while (performance.now() < deadline) {
      const { edition, value: reached = "" } = await cells.load<string>(cell);
      const next = await nextOf(reached, context);
      const last = next.at(-1);
      if (last === undefined) return;
      const tickets = await pastTickets(next.map(({ id }) => id));
      for (const { id } of next) {
        const ticket = tickets.get(id);
        const draft = ticket && (await considerTicket(ticket, drafted, context));
        if (draft) drafted.push(draft);
      }
      // Another run was faster: it has done the same, and what each of them did happened once.
      if (!(await cells.replace(cell, edition, last.order))) return;
    }
  },
};
