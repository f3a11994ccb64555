import { commandEndpoint } from "../command-endpoint.ts";
import { planMajor as command } from "../decisions/major-communication.ts";

export const planMajor = commandEndpoint({
  id: "planMajor",
  summary: "Set who hears what how often, or the phase of a major incident",
  route: "POST /incidents/{incidentId}/major/plan",
  permission: "incident:work",
  command,
});
