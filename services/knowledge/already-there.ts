import { serviceActor } from "../../shared/access/actor.ts";
import type { Article } from "./article.ts";
import { ArticleId } from "./article.ts";
import type { AlreadyThere, Resolved } from "./decisions/propose.ts";
import { themesOf } from "./likeness.ts";
import { readVersions } from "./read-version.ts";
import { tag } from "./search/searchable.ts";
import { seenBy } from "./search/sees.ts";
import { isExample, type Ticket } from "./search/ticket.ts";
import type { KnowledgeContext } from "./table.ts";

const self = serviceActor("knowledge");
const mostArticles = 10;
const mostTickets = 40;
const mostDrafts = 100;
/** What a draft was made from says nearly the same: it is among the likeliest. */
const mostOrigins = 10;

export const resolvedOf = ({ ticket, resolution }: Ticket): Resolved => {
  const { id, title = "", resolvedAt = "" } = ticket;
  const text = resolution?.text ?? "";
  const themes = themesOf({ title, text });
  return { id, code: resolution?.code ?? "", length: text.length, resolvedAt, themes };
};

const themesOfArticles = async (
  articles: readonly Article[],
  numberOf: (article: Article) => number | undefined,
  context: KnowledgeContext,
) =>
  Promise.all(
    articles.map(async (article) => {
      const [version] = await readVersions(article, [numberOf(article) ?? 0], context);
      const { title = "", keywords = [], body = "" } = version ?? {};
      return { id: article.id, themes: themesOf({ title: [title, ...keywords].join(" "), text: body }) };
    }),
  );

/** What was proposed and nobody has published yet: the newest. */
const newestDrafts = async ({ articles }: KnowledgeContext): Promise<readonly Article[]> => {
  const states = ["draft", "review"] as const;
  const found = await Promise.all(
    states.map((partition) =>
      articles.few({ index: "articlesByState", partition, newestFirst: true }, mostDrafts),
    ),
  );
  return found.flat();
};

/** Articles that were made from tickets like this one, or that such tickets are tied to, however long ago. */
const draftsOf = async (
  tickets: readonly Ticket[],
  { articles }: KnowledgeContext,
): Promise<readonly Article[]> => {
  const tied = tickets.flatMap(({ ticket }) => ticket.links.map(({ target }) => target));
  const origins = tickets.slice(0, mostOrigins).map(({ ticket }) => `origin#${ticket.id}`);
  const made = [...(await articles.holders(origins)).values()];
  const ids = [...new Set([...made, ...tied])].filter((id) => ArticleId.safeParse(id).success);
  return articles.some(ids.slice(0, mostDrafts));
};

const isOpenDraft = ({ origin, published, state }: Article): boolean =>
  origin !== undefined && published === undefined && (state === "draft" || state === "review");

/**
 * What says the same as a text already: published articles, drafts that nobody has published yet, and past tickets.
 * `justDrafted`: what was drafted a moment ago, and may not show in the index yet.
 */
export const alreadyThere = async (
  text: string,
  justDrafted: readonly Article[],
  context: KnowledgeContext,
): Promise<AlreadyThere> => {
  const of = (kind: string, limit: number) => ({ text, filter: [seenBy(self), [tag("kind", kind)]], limit });
  const [published, past] = await context.engine.ask([
    of("article", mostArticles),
    of("incident", mostTickets),
  ]);
  const idsOf = (answer: typeof past) => (answer?.hits ?? []).map(({ id }) => id);
  const [articles, newest, known] = await Promise.all([
    context.articles.some(idsOf(published)),
    newestDrafts(context),
    context.pastTickets(idsOf(past)),
  ]);
  // In the order of their likeness.
  const tickets = idsOf(past).flatMap((id) => known.get(id) ?? []);
  const drafts = [...newest, ...(await draftsOf(tickets, context)), ...justDrafted].filter(isOpenDraft);
  const once = new Map(drafts.map((article) => [article.id, article]));
  return {
    articles: await themesOfArticles(articles, (article) => article.published?.number, context),
    drafts: await themesOfArticles([...once.values()], (article) => article.latest?.number, context),
    tickets: tickets.filter(isExample).map(resolvedOf),
  };
};
