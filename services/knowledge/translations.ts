import { Refusal } from "../../shared/domain/refusal.ts";
import type { Article } from "./article.ts";
import { type KnowledgeContext, target } from "./table.ts";
import { endTask, openTask, translationClaim } from "./task.ts";

const unless =
  (code: Refusal["code"]) =>
  (error: unknown): void => {
    if (!(error instanceof Refusal && error.code === code)) throw error;
  };

const publishedAt = ({ published }: Article): string => published?.publishedAt ?? "";

/** One open task for each article and language: who translates brings it up to the newest version in one go. */
const ask = async (
  original: Article,
  translation: Article | undefined,
  language: string,
  { tasks, ownerOf }: KnowledgeContext,
): Promise<void> => {
  const { id, published } = original;
  const ownerId = await ownerOf(translation?.id ?? id);
  const what = translation ? `bring ${translation.id} up to it` : `translate it into ${language}`;
  const text = `${id} was published as version ${published?.number}: ${what}.`;
  const about = { articleId: id, language, ownerId, reportedBy: ownerId, text };
  const fields = { kind: "improve", reason: "translation", ...about } as const;
  await tasks.create((taskId) => openTask(taskId, fields), language).catch(unless("already_exists"));
};

const finish = async (
  originalId: string,
  language: string,
  translation: Article,
  { tasks }: KnowledgeContext,
): Promise<void> => {
  const open = await tasks.holder(translationClaim(originalId, language));
  if (open === undefined) return;
  const outcome = `${translation.id} was published as version ${translation.published?.number}.`;
  await tasks
    .update(open, undefined, (task) => (task.state === "open" ? endTask(task, "complete", { outcome }) : []))
    .catch(unless("not_found"));
};

const translationsOf = async (id: string, { articles }: KnowledgeContext): Promise<readonly Article[]> => {
  const found: Article[] = [];
  for await (const ids of articles.ids({ index: "articlesByTarget", partition: target.original(id) }))
    found.push(...(await articles.some(ids)));
  return found;
};

/**
 * What a publication means for other languages: translations of an original are behind, and languages that articles are
 * to be there in may be missing; a translation that is published is up to date. Asks once, whatever is repeated or late.
 */
export const followPublication = async (id: string, context: KnowledgeContext): Promise<void> => {
  const article = await context.articles.get(id);
  const { published, translationOf } = article;
  if (published === undefined) return;
  if (translationOf !== undefined) {
    const original = await context.articles.get(translationOf);
    // What was published of the original since is not in it yet.
    if (publishedAt(original) <= published.publishedAt)
      await finish(translationOf, published.language, article, context);
    return;
  }
  const { languages } = await context.settings();
  const translations = await translationsOf(id, context);
  const there = new Map(
    translations.map((each) => [each.published?.language ?? each.latest?.language ?? "", each]),
  );
  for (const language of new Set([...there.keys(), ...languages])) {
    const translation = there.get(language);
    if (language === published.language || translation?.state === "retired") continue;
    if (translation && publishedAt(translation) > published.publishedAt) continue;
    await ask(article, translation, language, context);
  }
};
