import { commandEndpoint } from "../command-endpoint.ts";
import { linkIncidents } from "../decisions/relate.ts";

export const linkProblemIncidents = commandEndpoint({
  id: "linkProblemIncidents",
  summary: "Tie incidents to it, 100 at a time; each incident keeps the tie",
  route: "POST /problems/{problemId}/incidents/link",
  command: linkIncidents,
});
