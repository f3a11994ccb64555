import { commandEndpoint } from "../command-endpoint.ts";
import { convert } from "../decisions/convert.ts";

export const convertIncident = commandEndpoint({
  id: "convertIncident",
  summary: "Make it into another record as well, such as a problem; each knows of the other",
  route: "POST /incidents/{incidentId}/convert",
  permission: "incident:work",
  command: convert,
  refusals: ["rule_violation"],
});
