import { commandEndpoint } from "../command-endpoint.ts";
import { cancel } from "../decisions/progress.ts";

export const cancelIncident = commandEndpoint({
  id: "cancelIncident",
  summary: "It was no incident after all",
  route: "POST /incidents/{incidentId}/cancel",
  permission: "incident:end",
  command: cancel,
  refusals: ["rule_violation"],
});
