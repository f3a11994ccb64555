import { commandEndpoint } from "../command-endpoint.ts";
import { startTask } from "../decisions/tasks.ts";

export const startChangeTask = commandEndpoint({
  id: "startChangeTask",
  summary: "A task begins",
  route: "POST /changes/{changeId}/tasks/start",
  permission: "change:implement",
  command: startTask,
});
