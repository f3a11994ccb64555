import { commandEndpoint } from "../command-endpoint.ts";
import { changeTask } from "../decisions/tasks.ts";

export const changeIncidentTask = commandEndpoint({
  id: "changeIncidentTask",
  summary: "Correct an open task or give it to somebody; null removes a field",
  route: "POST /incidents/{incidentId}/tasks/change",
  permission: "incident:work",
  command: changeTask,
  refusals: ["rule_violation"],
});
