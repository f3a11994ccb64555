import { commandEndpoint } from "../command-endpoint.ts";
import { resolve } from "../decisions/progress.ts";

export const resolveProblem = commandEndpoint({
  id: "resolveProblem",
  summary: "Its cause is removed; incidents that wait for it are resolved or told",
  route: "POST /problems/{problemId}/resolve",
  command: resolve,
  refusals: ["rule_violation"],
});
