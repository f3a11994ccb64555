import { endpoint } from "../../../shared/http/endpoint.ts";
import { SeenChange } from "../change.ts";
import { changeParams } from "../command-endpoint.ts";
import type { ChangeContext } from "../context.ts";

export const getChange = endpoint({
  id: "getChange",
  summary: "Read a change; its ETag is its version",
  route: "GET /changes/{changeId}",
  permission: "change:read",
  params: changeParams,
  reply: SeenChange,
  refusals: ["not_found"],
  handle: ({ params }, { changes }: ChangeContext) => changes.get(params.changeId),
});
