import { commandEndpoint } from "../command-endpoint.ts";
import { close } from "../decisions/progress.ts";

export const closeProblem = commandEndpoint({
  id: "closeProblem",
  summary: "Reviewed, and done for good",
  route: "POST /problems/{problemId}/close",
  command: close,
  permission: "problem:manage",
});
