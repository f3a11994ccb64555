import { commandEndpoint } from "../command-endpoint.ts";
import { start } from "../decisions/progress.ts";

export const startChange = commandEndpoint({
  id: "startChange",
  summary: "The work begins",
  route: "POST /changes/{changeId}/start",
  permission: "change:implement",
  command: start,
});
