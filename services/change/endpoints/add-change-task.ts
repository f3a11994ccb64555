import { commandEndpoint } from "../command-endpoint.ts";
import { addTask } from "../decisions/tasks.ts";

export const addChangeTask = commandEndpoint({
  id: "addChangeTask",
  summary: "Another piece of work",
  route: "POST /changes/{changeId}/tasks",
  permission: "change:work",
  command: addTask,
});
