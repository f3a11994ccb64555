import { commandEndpoint } from "../command-endpoint.ts";
import { startTask } from "../decisions/tasks.ts";

export const startIncidentTask = commandEndpoint({
  id: "startIncidentTask",
  summary: "Begin a task",
  route: "POST /incidents/{incidentId}/tasks/start",
  permission: "incident:work",
  command: startTask,
  refusals: ["rule_violation"],
});
