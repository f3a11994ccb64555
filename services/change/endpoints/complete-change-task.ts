import { commandEndpoint } from "../command-endpoint.ts";
import { completeTask } from "../decisions/tasks.ts";

export const completeChangeTask = commandEndpoint({
  id: "completeChangeTask",
  summary: "A task is done",
  route: "POST /changes/{changeId}/tasks/complete",
  permission: "change:implement",
  command: completeTask,
});
