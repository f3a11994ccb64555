import { addIncidentTask } from "./endpoints/add-incident-task.ts";
import { cancelIncidentTask } from "./endpoints/cancel-incident-task.ts";
import { changeIncidentTask } from "./endpoints/change-incident-task.ts";
import { completeIncidentTask } from "./endpoints/complete-incident-task.ts";
import { startIncidentTask } from "./endpoints/start-incident-task.ts";

/** Pieces of the work on an incident. */
export const taskEndpoints = [
  addIncidentTask,
  cancelIncidentTask,
  changeIncidentTask,
  completeIncidentTask,
  startIncidentTask,
];
