import { commandEndpoint } from "../command-endpoint.ts";
import { assess } from "../decisions/progress.ts";

export const assessProblem = commandEndpoint({
  id: "assessProblem",
  summary: "Look whether it is worth an analysis",
  route: "POST /problems/{problemId}/assess",
  command: assess,
});
