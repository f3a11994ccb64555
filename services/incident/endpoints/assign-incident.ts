import { commandEndpoint } from "../command-endpoint.ts";
import { assign } from "../decisions/assign.ts";

export const assignIncident = commandEndpoint({
  id: "assignIncident",
  summary: "Give an incident to a team or a person",
  route: "POST /incidents/{incidentId}/assign",
  permission: "incident:work",
  command: assign,
});
