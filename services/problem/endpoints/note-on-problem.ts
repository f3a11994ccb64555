import { commandEndpoint } from "../command-endpoint.ts";
import { note } from "../decisions/edit.ts";

export const noteOnProblem = commandEndpoint({
  id: "noteOnProblem",
  summary: "Write an internal note",
  route: "POST /problems/{problemId}/notes",
  command: note,
});
