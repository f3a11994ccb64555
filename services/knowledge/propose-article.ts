import { serviceActor } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { alreadyThere, resolvedOf } from "./already-there.ts";
import type { Article, Reference, WholeArticle } from "./article.ts";
import { Content } from "./content.ts";
import { propose } from "./decisions/propose.ts";
import { tie } from "./decisions/retire.ts";
import { draftArticle } from "./decisions/write.ts";
import { isExample, type Ticket } from "./search/ticket.ts";
import type { KnowledgeContext } from "./table.ts";
import { openTask } from "./task.ts";
import { countUse } from "./use.ts";

const self = serviceActor("knowledge");
/** As many like tickets as a draft is tied to. */
const mostTies = 10;

const referenceTo = (id: string): Reference => ({ kind: "incident", id });

/** An article says it already: that counts as reuse, and its owner is asked whether it says it well. */
export const reuse = async (
  articleId: string,
  record: Reference,
  context: KnowledgeContext,
): Promise<void> => {
  await countUse(context.uses, articleId, record, "match");
  await askToImprove(await context.articles.get(articleId), record, context);
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
  const about = { articleId, ownerId, reportedBy: self.id, text, record };
  const fields = { kind: "improve", reason: "reuse", ...about } as const;
  await tasks.create((id) => openTask(id, fields), `improve#${articleId}`).catch(already);
};

/** One more reason to finish a draft. */
export const tieTo = (articleId: string, record: Reference, { articles }: KnowledgeContext) =>
  articles.update(articleId, undefined, (article) => tie(article as WholeArticle, record));

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
  const { id, title, assigneeId } = one.ticket;
  const said = `${title} ${one.resolution?.text ?? ""}`;
  const proposal = propose(resolvedOf(one), await alreadyThere(said, justDrafted, context), proposals);
  if (proposal.kind === "reuse") await reuse(proposal.articleId, referenceTo(id), context);
  if (proposal.kind === "tie") await tieTo(proposal.articleId, referenceTo(id), context);
  if (proposal.kind !== "draft") return undefined;
  const ownerId = assigneeId ?? one.resolution?.resolvedBy ?? self.id;
  const draft = await draftFor(referenceTo(id), ofTicket(one, proposal.alike), ownerId, context);
  for (const other of proposal.alike.slice(0, mostTies))
    if (draft) await tieTo(draft.id, referenceTo(other), context);
  return draft && context.articles.get(draft.id);
};
