import { commandEndpoint } from "../command-endpoint.ts";
import { updateStakeholders as command } from "../decisions/major-communication.ts";

export const updateStakeholders = commandEndpoint({
  id: "updateStakeholders",
  summary: "Tell stakeholders of a major incident how it stands",
  route: "POST /incidents/{incidentId}/updates",
  permission: "incident:work",
  command,
});
