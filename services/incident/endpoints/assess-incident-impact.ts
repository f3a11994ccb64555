import { commandEndpoint } from "../command-endpoint.ts";
import { requestImpact } from "../decisions/impact.ts";

export const assessIncidentImpact = commandEndpoint({
  id: "assessIncidentImpact",
  summary: "Have it worked out anew what depends on the CIs it names; the incident has the answer soon after",
  route: "POST /incidents/{incidentId}/assess-impact",
  permission: "incident:work",
  command: requestImpact,
  refusals: ["rule_violation"],
});
