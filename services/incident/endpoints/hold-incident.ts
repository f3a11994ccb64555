import { commandEndpoint } from "../command-endpoint.ts";
import { hold } from "../decisions/progress.ts";

export const holdIncident = commandEndpoint({
  id: "holdIncident",
  summary: "Let work wait, with the reason",
  route: "POST /incidents/{incidentId}/hold",
  permission: "incident:work",
  command: hold,
});
