import { commandEndpoint } from "../command-endpoint.ts";
import { unlink } from "../decisions/relate.ts";

export const unlinkIncident = commandEndpoint({
  id: "unlinkIncident",
  summary: "Remove a tie to another record",
  route: "POST /incidents/{incidentId}/unlink",
  permission: "incident:work",
  command: unlink,
});
