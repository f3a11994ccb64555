import { commandEndpoint } from "../command-endpoint.ts";
import { cancel } from "../decisions/progress.ts";

export const cancelChange = commandEndpoint({
  id: "cancelChange",
  summary: "It will not be done",
  route: "POST /changes/{changeId}/cancel",
  permission: "change:work",
  command: cancel,
});
