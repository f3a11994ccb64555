import { commandEndpoint } from "../command-endpoint.ts";
import { review } from "../decisions/progress.ts";

export const reviewChange = commandEndpoint({
  id: "reviewChange",
  summary: "What was learnt from it (post-implementation review)",
  route: "POST /changes/{changeId}/review",
  permission: "change:work",
  command: review,
});
