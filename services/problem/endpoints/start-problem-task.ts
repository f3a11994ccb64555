import { commandEndpoint } from "../command-endpoint.ts";
import { startTask } from "../decisions/tasks.ts";

export const startProblemTask = commandEndpoint({
  id: "startProblemTask",
  summary: "Begin a task",
  route: "POST /problems/{problemId}/tasks/start",
  command: startTask,
  refusals: ["rule_violation"],
});
