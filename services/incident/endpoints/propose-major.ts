import { commandEndpoint } from "../command-endpoint.ts";
import { proposeMajor as command } from "../decisions/major.ts";

export const proposeMajor = commandEndpoint({
  id: "proposeMajor",
  summary: "Propose to treat it as a major incident",
  route: "POST /incidents/{incidentId}/major/propose",
  permission: "incident:work",
  command,
});
