import { commandEndpoint } from "../command-endpoint.ts";
import { close } from "../decisions/progress.ts";

export const closeIncident = commandEndpoint({
  id: "closeIncident",
  summary: "Confirm that it is done",
  route: "POST /incidents/{incidentId}/close",
  permission: "incident:end",
  command: close,
  refusals: ["rule_violation"],
});
