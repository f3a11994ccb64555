import { commandEndpoint } from "../command-endpoint.ts";
import { watch } from "../decisions/relate.ts";

export const watchIncident = commandEndpoint({
  id: "watchIncident",
  summary: "Let a person follow an incident",
  route: "POST /incidents/{incidentId}/watchers",
  permission: "incident:work",
  command: watch,
});
