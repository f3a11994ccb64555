import { commandEndpoint } from "../command-endpoint.ts";
import { changeTask } from "../decisions/tasks.ts";

export const changeProblemTask = commandEndpoint({
  id: "changeProblemTask",
  summary: "Correct a task, or give it to somebody else",
  route: "POST /problems/{problemId}/tasks/change",
  command: changeTask,
  refusals: ["rule_violation"],
});
