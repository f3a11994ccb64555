import { commandEndpoint } from "../command-endpoint.ts";
import { cancelTask } from "../decisions/tasks.ts";

export const cancelProblemTask = commandEndpoint({
  id: "cancelProblemTask",
  summary: "A task is not to be done",
  route: "POST /problems/{problemId}/tasks/cancel",
  command: cancelTask,
  refusals: ["rule_violation"],
});
