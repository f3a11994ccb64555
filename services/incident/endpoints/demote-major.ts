import { commandEndpoint } from "../command-endpoint.ts";
import { demoteMajor as command } from "../decisions/major.ts";

export const demoteMajor = commandEndpoint({
  id: "demoteMajor",
  summary: "It is no major incident any more",
  route: "POST /incidents/{incidentId}/major/demote",
  permission: "incident:decide_major",
  command,
});
