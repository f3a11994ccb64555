import { commandEndpoint } from "../command-endpoint.ts";
import { note } from "../decisions/talk.ts";

export const noteOnIncident = commandEndpoint({
  id: "noteOnIncident",
  summary: "Add an internal note",
  route: "POST /incidents/{incidentId}/notes",
  permission: "incident:work",
  command: note,
});
