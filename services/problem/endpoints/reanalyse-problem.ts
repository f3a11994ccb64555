import { commandEndpoint } from "../command-endpoint.ts";
import { reanalyse } from "../decisions/progress.ts";

export const reanalyseProblem = commandEndpoint({
  id: "reanalyseProblem",
  summary: "The fix did not hold, or the risk is no longer accepted",
  route: "POST /problems/{problemId}/reanalyse",
  command: reanalyse,
  permission: "problem:manage",
});
