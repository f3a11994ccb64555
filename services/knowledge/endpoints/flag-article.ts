import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { articleParams } from "../command-endpoint.ts";
import type { KnowledgeContext } from "../table.ts";
import { openTask, Task } from "../task.ts";

export const flagArticle = endpoint({
  id: "flagArticle",
  summary: "Say what is wrong with an article: its owner gets a task",
  route: "POST /articles/{articleId}/flag",
  permission: "knowledge:rate",
  params: articleParams,
  body: z.strictObject({ reason: z.string().trim().min(1).max(2000) }),
  reply: Task,
  status: 201,
  refusals: ["not_found"],
  handle: async ({ params, body, actor }, { articles, tasks, ownerOf }: KnowledgeContext) => {
    const { id: articleId } = await articles.get(params.articleId);
    const ownerId = await ownerOf(articleId);
    return tasks.create((id) =>
      openTask(id, {
        kind: "flag",
        reason: "reader",
        articleId,
        ownerId,
        reportedBy: actor.id,
        text: body.reason,
      }),
    );
  },
});
