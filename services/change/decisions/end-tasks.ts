import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import type { Change } from "../change.ts";
import { ChangeTaskEnded } from "../events-tasks.ts";
import type { SettingsFields } from "../settings.ts";
import { type ChangeTask, isOpenTask } from "../task.ts";
import { after } from "./command.ts";
import { tasksChanged } from "./task-changes.ts";

/** Backing out is work only where it is done, and what follows up may be left after the implementation. */
const isWork = ({ kind }: ChangeTask): boolean => kind !== "backout" && kind !== "follow_up";

/**
 * A step of a change with what it means for open tasks: they stand in its way (`block`), or they end with it.
 * When it is implemented, what follows up stays; its end leaves none open (C20 of the field study).
 */
export const withTasksEnded = (
  change: Change,
  ended: Decision<Change>,
  rule: SettingsFields["openTasks"],
  now: string,
): Decision<Change> => {
  const latest = after(change, ended);
  const isOver = latest.state === "closed" || latest.state === "cancelled";
  const open = change.tasks.filter((task) => isOpenTask(task) && (isOver || task.kind !== "follow_up"));
  const work = open.filter(isWork);
  if (rule === "block" && work.length > 0) {
    const ids = work.map(({ id }) => id).join(", ");
    throw new Refusal("rule_violation", `Complete or cancel its tasks first: ${ids}`);
  }
  if (open.length === 0) return ended;
  const cancelled = open.map(
    (task): ChangeTask => ({ ...task, state: "cancelled", endedAt: now, endedWithChange: true }),
  );
  return [...ended, tasksChanged(ChangeTaskEnded, latest, cancelled)];
};
