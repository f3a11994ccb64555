import * as z from "zod";
import type { Actor } from "../../../shared/access/actor.ts";
import { highlight } from "../../../shared/search/highlight.ts";
import type { Hit } from "../../../shared/search/search.ts";
import { Category } from "../content.ts";
import { readVersions } from "../read-version.ts";
import type { KnowledgeContext } from "../table.ts";
import { knownErrorText, viewKnownError } from "./known-error.ts";
import { viewTicket } from "./ticket.ts";

const Pieces = z
  .array(z.object({ text: z.string(), hit: z.boolean() }))
  .describe("A text in pieces, `hit` where it is what was searched for; plain text, not markup");

/** Something that was found, as who asked may see it. */
export const FoundItem = z
  .object({
    kind: z.enum(["article", "known_error", "incident"]),
    id: z.string(),
    title: Pieces,
    excerpt: Pieces,
    relevance: z.number().describe("Of the best of the answer, which has 1"),
    type: z.string().optional().describe("Of an article: how_to, known_error, faq, runbook"),
    category: Category.optional(),
    serviceId: z.string().optional(),
    ciIds: z.array(z.string()),
    resolutionCode: z.string().optional(),
  })
  .meta({ id: "FoundItem" });
export type FoundItem = z.infer<typeof FoundItem>;

type Found = Omit<FoundItem, "relevance">;

const articlesFor = async (
  ids: readonly string[],
  terms: ReadonlySet<string>,
  context: KnowledgeContext,
): Promise<readonly (readonly [string, Found])[]> => {
  const seen = await context.articles.some(ids);
  const all = await Promise.all(
    seen.map(async (article): Promise<readonly (readonly [string, Found])[]> => {
      const { id, published } = article;
      // Who works on it sees more than readers do; what is found is what readers read.
      if (published === undefined || article.hiddenAt !== undefined) return [];
      const [version] = await readVersions(article, [published.number], context);
      const { title, summary, kind: type, category, serviceId, ciIds } = published;
      const excerpt = highlight(`${summary ? `${summary}\n` : ""}${version?.body ?? ""}`, terms);
      const facts = { type, category, serviceId, ciIds };
      return [
        [id, { kind: "article", id, title: [...highlight(title, terms)], excerpt: [...excerpt], ...facts }],
      ];
    }),
  );
  return all.flat();
};

const ticketsFor = async (
  actor: Actor,
  ids: readonly string[],
  terms: ReadonlySet<string>,
  { pastTickets }: KnowledgeContext,
): Promise<readonly (readonly [string, Found])[]> =>
  [...(await pastTickets(ids))].flatMap(([id, one]) => {
    const seen = viewTicket(actor, one);
    if (seen === undefined) return [];
    const { title = "", category, serviceId, ciIds } = seen.ticket;
    const pieces = {
      title: [...highlight(title, terms)],
      excerpt: [...highlight(seen.resolution?.text ?? "", terms)],
    };
    const resolutionCode = seen.resolution?.code;
    return [
      [id, { kind: "incident", id, ...pieces, category, serviceId, ciIds: [...ciIds], resolutionCode }],
    ];
  });

const knownErrorsFor = async (
  actor: Actor,
  ids: readonly string[],
  terms: ReadonlySet<string>,
  { knownErrors }: KnowledgeContext,
): Promise<readonly (readonly [string, Found])[]> =>
  [...(await knownErrors.known(ids))].flatMap(([id, one]) => {
    const seen = viewKnownError(actor, one);
    if (seen === undefined) return [];
    const { title, category, serviceId, ciIds } = seen;
    const pieces = {
      title: [...highlight(title, terms)],
      excerpt: [...highlight(knownErrorText(seen), terms)],
    };
    return [[id, { kind: "known_error", id, ...pieces, category, serviceId, ciIds: [...ciIds] }]];
  });

/**
 * What hits are, by the table as it is now: whatever the index says, each is shown as its own `view` shows it to
 * the actor, or not at all.
 */
export const presentHits = async (
  actor: Actor,
  hits: readonly Hit[],
  terms: ReadonlySet<string>,
  context: KnowledgeContext,
): Promise<readonly FoundItem[]> => {
  const idsOf = (prefix: string) => hits.map(({ id }) => id).filter((id) => id.startsWith(prefix));
  const found = new Map(
    (
      await Promise.all([
        articlesFor(idsOf("KB"), terms, context),
        knownErrorsFor(actor, idsOf("PRB"), terms, context),
        ticketsFor(actor, idsOf("INC"), terms, context),
      ])
    ).flat(),
  );
  const best = hits[0]?.score ?? 1;
  return hits.flatMap(({ id, score }) => {
    const one = found.get(id);
    return one ? [{ ...one, relevance: Math.round((score / best) * 1000) / 1000 }] : [];
  });
};
