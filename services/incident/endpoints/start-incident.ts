import { commandEndpoint } from "../command-endpoint.ts";
import { start } from "../decisions/progress.ts";

export const startIncident = commandEndpoint({
  id: "startIncident",
  summary: "Begin or go on working",
  route: "POST /incidents/{incidentId}/start",
  permission: "incident:work",
  command: start,
});
