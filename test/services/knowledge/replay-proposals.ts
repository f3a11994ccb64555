import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { type AlreadyThere, propose, type Resolved } from "../../../services/knowledge/decisions/propose.ts";
import { themesOf } from "../../../services/knowledge/likeness.ts";
import type { SettingsFields } from "../../../services/knowledge/settings.ts";
import { type Index, indexOf } from "../../../shared/search/index-of.ts";
import { search } from "../../../shared/search/search.ts";
import { buildSegment } from "../../../shared/search/segment.ts";

const file = "../shared/data/tickets/helpdesk-tickets.csv.gz";

type Row = { readonly title: string; readonly body: string; readonly category: string };

export type Ticket = Resolved & { readonly title: string; readonly text: string };

/** Real tickets, one an hour; the set has no resolutions, so what was asked stands for how it was solved. */
export const helpdeskTickets = (count: number): readonly Ticket[] => {
  const rows = parse(gunzipSync(readFileSync(file)), { columns: true, relax_quotes: true }) as readonly Row[];
  return rows.slice(0, count).map(({ title: given, body: text }, i) => {
    const title = given || text.slice(0, 60);
    return {
      id: `INC${1_000_000 + i}`,
      title,
      text,
      length: text.length,
      themes: themesOf({ title, text }),
      code: "fixed",
      resolvedAt: new Date(Date.UTC(2026, 0, 1) + i * 3_600_000).toISOString(),
    };
  });
};

const indexed = (told: readonly Ticket[]): Index =>
  indexOf([buildSegment(told.map(({ id, title, text }) => ({ id, title, body: text, tags: ["all"] })))]);

/** What becomes of tickets, one after the other; every draft is published so many tickets later. */
export const replayProposals = (
  tickets: readonly Ticket[],
  rules: SettingsFields["proposals"],
  publishedAfter: number,
) => {
  const index = indexed(tickets);
  const places = new Map(tickets.map(({ id }, at) => [id, at]));
  const drafts: { readonly ticket: Ticket; readonly at: number }[] = [];
  const counts = { none: 0, reuse: 0, tie: 0, draft: 0 };
  for (const [at, ticket] of tickets.entries()) {
    const { hits } = search(index, { text: `${ticket.title} ${ticket.text}`, filter: [["all"]], limit: 60 });
    const near = hits.map(({ id }) => places.get(id) ?? 0).filter((place) => place < at);
    const told = (isPublished: boolean) =>
      drafts
        .filter((draft) => at - draft.at > publishedAfter === isPublished)
        .map((draft) => ({ id: draft.ticket.id, themes: draft.ticket.themes }));
    const there: AlreadyThere = {
      articles: told(true),
      drafts: told(false),
      tickets: near.flatMap((place) => tickets[place] ?? []),
    };
    const proposal = propose(ticket, there, rules);
    counts[proposal.kind]++;
    if (proposal.kind === "draft") drafts.push({ ticket, at });
  }
  return { counts, drafts: drafts.map((draft) => draft.ticket) };
};
