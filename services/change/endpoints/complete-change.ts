import { commandEndpoint } from "../command-endpoint.ts";
import { complete } from "../decisions/progress.ts";

export const completeChange = commandEndpoint({
  id: "completeChange",
  summary: "The work is over, with this outcome",
  route: "POST /changes/{changeId}/complete",
  permission: "change:implement",
  command: complete,
});
