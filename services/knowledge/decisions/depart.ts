import type { Decision } from "../../../shared/dynamo/record.ts";
import type { Article, WholeArticle } from "../article.ts";
import { ArticleAssigned } from "../events.ts";
import { happened } from "./command.ts";

type Leaver = { readonly personId: string; readonly handOverTo?: string | undefined };

/** Whether somebody looks after an article that is still of use. */
export const looksAfter = ({ ownerId, state }: Article, personId: string): boolean =>
  ownerId === personId && state !== "retired";

/** The articles of somebody who is gone are looked after by who takes over; without one they wait for a manager. */
export const handOverArticle = (
  article: WholeArticle,
  { personId, handOverTo }: Leaver,
): Decision<Article> =>
  handOverTo !== undefined && looksAfter(article, personId)
    ? [happened(ArticleAssigned, article, { ownerId: handOverTo }, {})]
    : [];
