import { commandEndpoint } from "../command-endpoint.ts";
import { cancel } from "../decisions/progress.ts";

export const cancelProblem = commandEndpoint({
  id: "cancelProblem",
  summary: "It was no problem after all",
  route: "POST /problems/{problemId}/cancel",
  command: cancel,
  permission: "problem:manage",
});
