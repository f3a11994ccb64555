import { commandEndpoint } from "../command-endpoint.ts";
import { edit } from "../decisions/edit.ts";

export const editProblem = commandEndpoint({
  id: "editProblem",
  summary: "Correct or add facts; null removes a field",
  route: "PATCH /problems/{problemId}",
  command: edit,
  needsVersion: true,
});
