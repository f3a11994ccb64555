import { commandEndpoint } from "../command-endpoint.ts";
import { startFix } from "../decisions/progress.ts";

export const fixProblem = commandEndpoint({
  id: "fixProblem",
  summary: "The cause is known well enough: the fix is under way",
  route: "POST /problems/{problemId}/fix",
  command: startFix,
});
