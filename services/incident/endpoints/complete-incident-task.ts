import { commandEndpoint } from "../command-endpoint.ts";
import { completeTask } from "../decisions/tasks.ts";

export const completeIncidentTask = commandEndpoint({
  id: "completeIncidentTask",
  summary: "A task is done",
  route: "POST /incidents/{incidentId}/tasks/complete",
  permission: "incident:work",
  command: completeTask,
  refusals: ["rule_violation"],
});
