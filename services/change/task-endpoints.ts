import { addChangeTask } from "./endpoints/add-change-task.ts";
import { cancelChangeTask } from "./endpoints/cancel-change-task.ts";
import { changeChangeTask } from "./endpoints/change-change-task.ts";
import { completeChangeTask } from "./endpoints/complete-change-task.ts";
import { failChangeTask } from "./endpoints/fail-change-task.ts";
import { startChangeTask } from "./endpoints/start-change-task.ts";

export const taskEndpoints = [
  addChangeTask,
  cancelChangeTask,
  changeChangeTask,
  completeChangeTask,
  failChangeTask,
  startChangeTask,
] as const;
