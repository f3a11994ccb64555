import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { KnowledgeContext } from "../table.ts";
import { Task, TaskId } from "../task.ts";

export const getKnowledgeTask = endpoint({
  id: "getKnowledgeTask",
  summary: "Read what is to be done about an article; its ETag is its version",
  route: "GET /knowledge-tasks/{taskId}",
  permission: "knowledge:rate",
  params: z.object({ taskId: TaskId }),
  reply: Task,
  refusals: ["not_found"],
  handle: ({ params }, { tasks }: KnowledgeContext) => tasks.get(params.taskId),
});
