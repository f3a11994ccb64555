import { forEachId } from "../../../shared/dynamo/for-each.ts";
import type { Schedule } from "../../../shared/service.ts";
import type { WholeArticle } from "../article.ts";
import { passTime } from "../decisions/validity.ts";
import type { KnowledgeContext } from "../table.ts";

export const watchValidity: Schedule<KnowledgeContext> = {
  id: "watch-validity",
  summary: "Reminds owners of articles that end soon, and hides those whose time is over.",
  every: "rate(1 minute)",
  handle: async ({ deadline }, { articles, now }) => {
    const due = articles.ids({ index: "due", partition: "due", upTo: `${now()}~` });
    // The index may lag behind: what is due is asked of the article itself.
    const pass = (id: string) =>
      articles.update(id, undefined, (article) => passTime(article as WholeArticle, now()));
    await forEachId(due, pass, deadline);
  },
};
