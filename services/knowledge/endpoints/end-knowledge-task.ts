import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { KnowledgeContext } from "../table.ts";
import { endTask, Outcome, Task, TaskId } from "../task.ts";

const ending = (id: string, action: "complete" | "dismiss", summary: string) =>
  endpoint({
    id,
    summary,
    route: `POST /knowledge-tasks/{taskId}/${action}`,
    permission: "knowledge:write",
    params: z.object({ taskId: TaskId }),
    body: Outcome,
    reply: Task,
    refusals: ["not_found", "illegal_transition", "version_conflict"],
    handle: ({ params, body, ifMatch }, { tasks }: KnowledgeContext) =>
      tasks.update(params.taskId, ifMatch, (task) => endTask(task, action, body)),
  });

/** The two ways in which a task ends. */
export const endKnowledgeTask = [
  ending("completeKnowledgeTask", "complete", "It was done"),
  ending("dismissKnowledgeTask", "dismiss", "Nothing is to be done about it"),
];
