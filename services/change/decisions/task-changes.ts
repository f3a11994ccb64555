import type { Occurrence } from "../../../shared/dynamo/record.ts";
import type { Change } from "../change.ts";
import type { ChangeTaskAdded } from "../events-tasks.ts";
import type { ChangeTask } from "../task.ts";
import { happened } from "./command.ts";

/** An event about some of a change's tasks. */
export const tasksChanged = (
  event: typeof ChangeTaskAdded,
  change: Change,
  changed: readonly ChangeTask[],
  more: Partial<Change> = {},
): Occurrence<Change> => {
  const known = change.tasks.map((task) => changed.find(({ id }) => id === task.id) ?? task);
  const added = changed.filter(({ id }) => change.tasks.every((task) => task.id !== id));
  return happened(event, change, { ...more, tasks: [...known, ...added] }, { tasks: [...changed] });
};
