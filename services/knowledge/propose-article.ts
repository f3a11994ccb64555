import { serviceActor } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import type { Article, Reference, WholeArticle } from "./article.ts";
import { Content } from "./content.ts";
import { type AlreadyThere, propose, type Resolved } from "./decisions/propose.ts";
import { tie } from "./decisions/retire.ts";
import { draftArticle } from "./decisions/write.ts";
import { themesOf } from "./likeness.ts";
import { readVersions } from "./read-version.ts";
import { tag } from "./search/searchable.ts";
import { seenBy } from "./search/sees.ts";
import { isExample, type Ticket } from "./search/ticket.ts";
import type { KnowledgeContext } from "./table.ts";
import { openTask } from "./task.ts";
import { countUse } from "./use.ts";

const self = serviceActor("knowledge");
const mostArticles = 10;
const mostTickets = 40;
const mostDrafts = 100;
/** As many like tickets as a draft is tied to. */
const mostTies = 10;

const resolvedOf = ({ ticket, resolution }: Ticket): Resolved => {
  const { id, title = "", resolvedAt = "" } = ticket;
  const text = resolution?.text ?? "";
  const themes = themesOf({ title, text });
  return { id, code: resolution?.code ?? "", length: text.length, resolvedAt, themes };
};

const referenceTo = (id: string): Reference => ({ kind: "incident", id });

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

/** What was proposed and nobody has published yet; the newest, which is where the same again would be. */
const openDrafts = async ({ articles }: KnowledgeContext): Promise<readonly Article[]> => {
  const states = ["draft", "review"] as const;
  const found = await Promise.all(
    states.map((partition) =>
      articles.few({ index: "articlesByState", partition, newestFirst: true }, mostDrafts),
    ),
  );
  return found.flat().filter(({ origin, published }) => origin !== undefined && published === undefined);
};

const alreadyThere = async (
  { ticket, resolution }: Ticket,
  justDrafted: readonly Article[],
  context: KnowledgeContext,
): Promise<AlreadyThere> => {
  const text = `${ticket.title} ${resolution?.text ?? ""}`;
  const of = (kind: string, limit: number) => ({ text, filter: [seenBy(self), [tag("kind", kind)]], limit });
  const [published, past] = await context.engine.ask([
    of("article", mostArticles),
    of("incident", mostTickets),
  ]);
  const idsOf = (answer: typeof past) => (answer?.hits ?? []).map(({ id }) => id);
  const [articles, drafts, tickets] = await Promise.all([
    context.articles.some(idsOf(published)),
    openDrafts(context),
    context.pastTickets(idsOf(past)),
  ]);
  // What was drafted a moment ago may not show in the index yet.
  const all = new Map([...drafts, ...justDrafted].map((article) => [article.id, article]));
  return {
    articles: await themesOfArticles(articles, (article) => article.published?.number, context),
    drafts: await themesOfArticles([...all.values()], (article) => article.latest?.number, context),
    tickets: [...tickets.values()].filter(isExample).map(resolvedOf),
  };
};

const ofTicket = ({ ticket, resolution }: Ticket, alike: readonly string[]): Content => {
  const { id, title, category, serviceId, ciIds } = ticket;
  const seen = [id, ...alike.slice(0, mostTies)].join(", ");
  return Content.parse({
    title,
    kind: "how_to",
    category,
    serviceId,
    ciIds: ciIds.slice(0, 20),
    body: `## Before you begin\n\nResolved this way in ${seen}.\n\n## Steps\n\n${resolution?.text}\n\n## If it does not work\n\nSay here whom to ask.`,
  });
};

const already = (error: unknown): undefined => {
  if (error instanceof Refusal && error.code === "already_exists") return undefined;
  throw error;
};

/** A draft for a record, once: who comes second with the same record finds it done. */
export const draftFor = async (
  origin: Reference,
  content: Content,
  ownerId: string,
  { articles, settings, now }: KnowledgeContext,
): Promise<Article | undefined> => {
  const on = { actor: self, now: now(), settings: await settings() };
  return articles.create((id) => draftArticle(id, content, { ownerId, origin }, on)).catch(already);
};

/** Its owner hears that it was reused and may say more; one such task at a time is enough. */
export const askToImprove = async (
  article: Article,
  record: Reference,
  { tasks }: KnowledgeContext,
): Promise<void> => {
  const { id: articleId, ownerId = "" } = article;
  const text = `It was reused for ${record.id}. Does it say what was done there, in the words people use?`;
  const fields = { kind: "improve", articleId, ownerId, reportedBy: self.id, text, record } as const;
  await tasks.create((id) => openTask(id, fields), `improve#${articleId}`).catch(already);
};

const tieTo = (articleId: string, id: string, { articles }: KnowledgeContext) =>
  articles.update(articleId, undefined, (article) => tie(article as WholeArticle, referenceTo(id)));

/** Articles that somebody tied to the ticket helped with it: nobody needs to be asked. */
const countLinked = async ({ ticket }: Ticket, { articles, uses }: KnowledgeContext): Promise<boolean> => {
  const ids = ticket.links.map(({ target }) => target).filter((id) => /^KB\d{7,12}$/.test(id));
  const published = (await articles.some(ids)).filter((article) => article.published !== undefined);
  for (const { id } of published) await countUse(uses, id, referenceTo(ticket.id), "link");
  return published.length > 0;
};

/** Does what the resolution of one ticket means for knowledge; answers the draft it led to, if it did. */
export const considerTicket = async (
  one: Ticket,
  justDrafted: readonly Article[],
  context: KnowledgeContext,
): Promise<Article | undefined> => {
  if (!isExample(one) || (await countLinked(one, context))) return undefined;
  const { proposals } = await context.settings();
  const { id, assigneeId } = one.ticket;
  const proposal = propose(resolvedOf(one), await alreadyThere(one, justDrafted, context), proposals);
  if (proposal.kind === "reuse") {
    await countUse(context.uses, proposal.articleId, referenceTo(id), "match");
    await askToImprove(await context.articles.get(proposal.articleId), referenceTo(id), context);
  }
  if (proposal.kind === "tie") await tieTo(proposal.articleId, id, context);
  if (proposal.kind !== "draft") return undefined;
  const ownerId = assigneeId ?? one.resolution?.resolvedBy ?? self.id;
  const draft = await draftFor(referenceTo(id), ofTicket(one, proposal.alike), ownerId, context);
  for (const other of proposal.alike.slice(0, mostTies)) if (draft) await tieTo(draft.id, other, context);
  return draft && context.articles.get(draft.id);
};
