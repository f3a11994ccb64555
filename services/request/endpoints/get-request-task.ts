import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { RequestContext } from "../context.ts";
import { itemOfTask, RequestTaskId } from "../ids.ts";
import { ListedRequestItem } from "../request-item.ts";
import { RequestTask } from "../task.ts";

export const getRequestTask = endpoint({
  id: "getRequestTask",
  summary: "Read a task by its number, with the item and the request that it belongs to",
  route: "GET /request-tasks/{requestTaskId}",
  permission: "request:read",
  params: z.object({ requestTaskId: RequestTaskId }),
  reply: z.object({ task: RequestTask, item: ListedRequestItem }),
  refusals: ["not_found"],
  handle: async ({ params: { requestTaskId } }, { items }: RequestContext) => {
    const item = await items.get(itemOfTask(requestTaskId));
    const task = item.tasks.find(({ id }) => id === requestTaskId);
    if (task === undefined) throw new Refusal("not_found");
    return { task, item };
  },
});
