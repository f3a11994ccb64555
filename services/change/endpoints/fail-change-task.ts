import { commandEndpoint } from "../command-endpoint.ts";
import { failTask } from "../decisions/tasks.ts";

export const failChangeTask = commandEndpoint({
  id: "failChangeTask",
  summary: "A task did not succeed",
  route: "POST /changes/{changeId}/tasks/fail",
  permission: "change:implement",
  command: failTask,
});
