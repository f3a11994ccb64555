import { commandEndpoint } from "../command-endpoint.ts";
import { acceptRisk } from "../decisions/progress.ts";

export const acceptProblemRisk = commandEndpoint({
  id: "acceptProblemRisk",
  summary: "Living with it costs less than mending it",
  route: "POST /problems/{problemId}/accept-risk",
  command: acceptRisk,
  permission: "problem:manage",
  refusals: ["rule_violation"],
});
