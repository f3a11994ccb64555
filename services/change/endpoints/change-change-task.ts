import { commandEndpoint } from "../command-endpoint.ts";
import { changeTask } from "../decisions/tasks.ts";

export const changeChangeTask = commandEndpoint({
  id: "changeChangeTask",
  summary: "Correct a task; null removes a field",
  route: "POST /changes/{changeId}/tasks/change",
  permission: "change:work",
  command: changeTask,
});
