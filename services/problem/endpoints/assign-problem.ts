import { commandEndpoint } from "../command-endpoint.ts";
import { assign } from "../decisions/edit.ts";

export const assignProblem = commandEndpoint({
  id: "assignProblem",
  summary: "Give a problem to a team or a person",
  route: "POST /problems/{problemId}/assign",
  command: assign,
});
