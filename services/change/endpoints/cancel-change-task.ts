import { commandEndpoint } from "../command-endpoint.ts";
import { cancelTask } from "../decisions/tasks.ts";

export const cancelChangeTask = commandEndpoint({
  id: "cancelChangeTask",
  summary: "A task is not needed",
  route: "POST /changes/{changeId}/tasks/cancel",
  permission: "change:work",
  command: cancelTask,
});
