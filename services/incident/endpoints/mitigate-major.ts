import { commandEndpoint } from "../command-endpoint.ts";
import { mitigateMajor as command } from "../decisions/major.ts";

export const mitigateMajor = commandEndpoint({
  id: "mitigateMajor",
  summary: "The effects of a major incident are contained",
  route: "POST /incidents/{incidentId}/major/mitigate",
  permission: "incident:work",
  command,
});
