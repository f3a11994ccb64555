import { subscription } from "../../../shared/events/subscription.ts";
import type { RequestContext } from "../context.ts";
import { escalate } from "../decisions/escalate.ts";
import { RequestTaskFailed, RequestTaskStuck } from "../events-steps.ts";
import { updateItem } from "../update-order.ts";

/** What goes wrong with a task does not wait to be found. */
export const taskEscalated = [RequestTaskFailed, RequestTaskStuck].map((event) =>
  subscription({
    id: event === RequestTaskFailed ? "task-failed" : "task-stuck",
    summary:
      "Puts a task that failed or takes too long before who leads those who have it, or the team it names.",
    event,
    handle: async ({ data: { item, taskId, text } }, context: RequestContext) => {
      const [teams, settings] = await Promise.all([context.teams(), context.settings()]);
      const on = { teams, settings, now: context.now() };
      await updateItem(item.id, undefined, context, (present) => escalate(present, { taskId, text }, on));
    },
  }),
);
