import { commandEndpoint } from "../command-endpoint.ts";
import { unlinkIncidents } from "../decisions/relate.ts";

export const unlinkProblemIncidents = commandEndpoint({
  id: "unlinkProblemIncidents",
  summary: "Take incidents off it",
  route: "POST /problems/{problemId}/incidents/unlink",
  command: unlinkIncidents,
});
