import { commandEndpoint } from "../command-endpoint.ts";
import { completeTask } from "../decisions/tasks.ts";

export const completeProblemTask = commandEndpoint({
  id: "completeProblemTask",
  summary: "A task is done",
  route: "POST /problems/{problemId}/tasks/complete",
  command: completeTask,
  refusals: ["rule_violation"],
});
