import { commandEndpoint } from "../command-endpoint.ts";
import { rejectMajor as command } from "../decisions/major.ts";

export const rejectMajor = commandEndpoint({
  id: "rejectMajor",
  summary: "It is no major incident",
  route: "POST /incidents/{incidentId}/major/reject",
  permission: "incident:decide_major",
  command,
});
