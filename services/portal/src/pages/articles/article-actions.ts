import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { Action } from "../../parts/record/action.ts";
import { articleTexts as texts } from "./texts.ts";

export type Article = Schemas["ArticleWithText"];
type Acted = Schemas["Article"];

/** What becomes of an article besides writing it; the record says what of it is possible now. */
export const articleActions: readonly Action<Acted>[] = [
  {
    action: "submit",
    text: texts.actions.submit,
    route: "POST /articles/{articleId}/submit",
    isPrimary: true,
  },
  {
    action: "publish",
    text: texts.actions.publish,
    route: "POST /articles/{articleId}/publish",
    isPrimary: true,
  },
  {
    action: "return",
    text: texts.actions.return,
    route: "POST /articles/{articleId}/return",
    fields: [{ name: "reason", label: texts.wanted, kind: "paragraph", isRequired: true }],
  },
  { action: "discard", text: texts.actions.discard, route: "POST /articles/{articleId}/discard" },
  {
    action: "retire",
    text: texts.actions.retire,
    route: "POST /articles/{articleId}/retire",
    fields: [{ name: "reason", label: texts.reason, kind: "paragraph" }],
  },
  { action: "restore", text: texts.actions.restore, route: "POST /articles/{articleId}/restore" },
  {
    action: "assign",
    text: texts.actions.assign,
    route: "POST /articles/{articleId}/assign",
    fields: ({ ownerId = "" }) => [
      { name: "ownerId", label: texts.owner, kind: "person", isRequired: true, initial: ownerId },
    ],
  },
  {
    action: "renew",
    text: texts.actions.renew,
    route: "POST /articles/{articleId}/renew",
    fields: [{ name: "validTo", label: texts.day, kind: "day", isRequired: true }],
    body: ({ validTo }) => ({ validTo: `${validTo}T00:00:00.000Z` }),
  },
];

/** Who may write an article may give it to somebody and say how long it is valid; its own list does not name that. */
export const withCare = (article: Acted): Acted => {
  const cares = article.latest !== undefined && article.state !== "retired";
  const more = cares ? ["assign", ...(article.published ? ["renew"] : [])] : [];
  return { ...article, actions: [...(article.actions ?? []), ...more] };
};
