import { commandEndpoint } from "../command-endpoint.ts";
import { take } from "../decisions/assign.ts";

export const takeIncident = commandEndpoint({
  id: "takeIncident",
  summary: "Take an incident nobody works on",
  route: "POST /incidents/{incidentId}/take",
  permission: "incident:work",
  command: take,
  refusals: ["already_assigned"],
});
