import { addProblemTask } from "./endpoints/add-problem-task.ts";
import { cancelProblemTask } from "./endpoints/cancel-problem-task.ts";
import { changeProblemTask } from "./endpoints/change-problem-task.ts";
import { completeProblemTask } from "./endpoints/complete-problem-task.ts";
import { startProblemTask } from "./endpoints/start-problem-task.ts";

/** Pieces of the work on a problem. */
export const taskEndpoints = [
  addProblemTask,
  cancelProblemTask,
  changeProblemTask,
  completeProblemTask,
  startProblemTask,
];
