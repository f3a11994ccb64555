import { commandEndpoint } from "../command-endpoint.ts";
import { addTask } from "../decisions/tasks.ts";

export const addIncidentTask = commandEndpoint({
  id: "addIncidentTask",
  summary: "Add a piece of work on an incident",
  route: "POST /incidents/{incidentId}/tasks",
  permission: "incident:work",
  command: addTask,
  refusals: ["rule_violation"],
});
