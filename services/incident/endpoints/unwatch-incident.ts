import { commandEndpoint } from "../command-endpoint.ts";
import { unwatch } from "../decisions/relate.ts";

export const unwatchIncident = commandEndpoint({
  id: "unwatchIncident",
  summary: "Let a person stop following an incident",
  route: "POST /incidents/{incidentId}/unwatch",
  permission: "incident:work",
  command: unwatch,
});
