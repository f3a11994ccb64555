import { commandEndpoint } from "../command-endpoint.ts";
import { cancelTask } from "../decisions/tasks.ts";

export const cancelIncidentTask = commandEndpoint({
  id: "cancelIncidentTask",
  summary: "A task is not to be done",
  route: "POST /incidents/{incidentId}/tasks/cancel",
  permission: "incident:work",
  command: cancelTask,
  refusals: ["rule_violation"],
});
