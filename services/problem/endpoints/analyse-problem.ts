import { commandEndpoint } from "../command-endpoint.ts";
import { startAnalysis } from "../decisions/progress.ts";

export const analyseProblem = commandEndpoint({
  id: "analyseProblem",
  summary: "Look for its root cause, for the first time or because a fix failed",
  route: "POST /problems/{problemId}/analyse",
  command: startAnalysis,
});
