import { serviceActor } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import type { Article } from "../article.ts";
import { ArticleExpiring, ArticleRenewed, ArticleRetired } from "../events.ts";
import type { KnowledgeContext } from "../table.ts";
import { endTask, openTask, renewalClaim } from "../task.ts";

const unless =
  (code: Refusal["code"]) =>
  (error: unknown): void => {
    if (!(error instanceof Refusal && error.code === code)) throw error;
  };

/** Its owner was reminded of its end, and has not answered: by renewing or retiring it. */
const isAsked = ({ reminded, published, validTo }: Article): boolean =>
  reminded === true && published !== undefined && validTo !== undefined;

const articleExpiring = subscription({
  id: subscriptionId(ArticleExpiring),
  summary:
    "An article that ends soon becomes a task of its owner: to renew it, to change it, or to retire it.",
  event: ArticleExpiring,
  handle: async ({ meta }, { articles, tasks }: KnowledgeContext) => {
    const article = await articles.get(meta.subject);
    // Somebody may have looked at it before this was heard.
    if (!isAsked(article)) return;
    const { id: articleId, ownerId = "", validTo = "" } = article;
    const text = `${articleId} is valid until ${validTo.slice(0, 10)} and is hidden from readers then. Is it still true? Renew it, change it, or retire it.`;
    const reportedBy = serviceActor("knowledge").id;
    const fields = { kind: "improve", reason: "validity", articleId, ownerId, reportedBy, text } as const;
    await tasks.create((id) => openTask(id, fields)).catch(unless("already_exists"));
  },
});

/** What ends the question. */
const outcomes = [
  [ArticleRenewed, "It was renewed."],
  [ArticleRetired, "It was retired."],
] as const;

const answered = outcomes.map(([event, outcome]) =>
  subscription({
    id: subscriptionId(event),
    summary: "The task to look at an article that ends soon is done.",
    event,
    handle: async ({ meta }, { articles, tasks }: KnowledgeContext) => {
      const open = await tasks.holder(renewalClaim(meta.subject));
      // An earlier word, heard late: it may have been asked about again since.
      if (open === undefined || isAsked(await articles.get(meta.subject))) return;
      await tasks
        .update(open, undefined, (task) =>
          task.state === "open" ? endTask(task, "complete", { outcome }) : [],
        )
        .catch(unless("not_found"));
    },
  }),
);

export const validityTold = [articleExpiring, ...answered];
