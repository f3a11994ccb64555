import * as z from "zod";
import { type Actor, may } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { PersonId } from "../content.ts";
import type { KnowledgeContext } from "../table.ts";
import { Task, taskLifecycle } from "../task.ts";

const Query = z.strictObject({
  state: taskLifecycle.State.default("open"),
  ownerId: PersonId.optional().describe(
    "What somebody has to do; all that there is for who manages knowledge",
  ),
  ...pageQuery,
});

const refuseOthers = (actor: Actor, ownerId: string | undefined): void => {
  if (ownerId !== actor.id && !may(actor, "knowledge:manage"))
    throw new Refusal("forbidden", "Ask for your own tasks");
};

export const listKnowledgeTasks = endpoint({
  id: "listKnowledgeTasks",
  summary: "What is to be done about articles, newest first",
  route: "GET /knowledge-tasks",
  permission: "knowledge:write",
  query: Query,
  reply: pageOf(Task.omit({ text: true, outcome: true }).meta({ id: "ListedKnowledgeTask" })),
  refusals: ["invalid_cursor"],
  handle: ({ query: { state, ownerId, ...page }, actor }, { tasks }: KnowledgeContext) => {
    refuseOthers(actor, ownerId);
    const ask =
      ownerId === undefined
        ? { index: "tasksByState", partition: state }
        : { index: "tasksByOwner", partition: `${ownerId}#${state}` };
    return tasks.list({ ...ask, newestFirst: true }, page);
  },
});
