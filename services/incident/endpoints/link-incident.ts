import { commandEndpoint } from "../command-endpoint.ts";
import { link } from "../decisions/relate.ts";

export const linkIncident = commandEndpoint({
  id: "linkIncident",
  summary: "Tie an incident to another record",
  route: "POST /incidents/{incidentId}/links",
  permission: "incident:work",
  command: link,
});
