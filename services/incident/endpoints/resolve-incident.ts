import { commandEndpoint } from "../command-endpoint.ts";
import { resolve } from "../decisions/progress.ts";

export const resolveIncident = commandEndpoint({
  id: "resolveIncident",
  summary: "Service is restored: say how",
  route: "POST /incidents/{incidentId}/resolve",
  permission: "incident:work",
  command: resolve,
  refusals: ["rule_violation"],
});
