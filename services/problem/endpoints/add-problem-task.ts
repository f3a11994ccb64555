import { commandEndpoint } from "../command-endpoint.ts";
import { addTask } from "../decisions/tasks.ts";

export const addProblemTask = commandEndpoint({
  id: "addProblemTask",
  summary: "Add a piece of work on a problem",
  route: "POST /problems/{problemId}/tasks",
  command: addTask,
  refusals: ["rule_violation"],
});
