import { commandEndpoint } from "../command-endpoint.ts";
import { reopen } from "../decisions/progress.ts";

export const reopenIncident = commandEndpoint({
  id: "reopenIncident",
  summary: "The resolution did not hold",
  route: "POST /incidents/{incidentId}/reopen",
  permission: "incident:end",
  command: reopen,
  refusals: ["rule_violation"],
});
