import * as z from "zod";
import { fitsBytes } from "../../../shared/domain/fits-bytes.ts";
import { isSame } from "../../../shared/domain/is-same.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { mustBeSeparate } from "../access.ts";
import type { Change } from "../change.ts";
import { ChangeTaskAdded, ChangeTaskChanged, ChangeTaskEnded } from "../events-tasks.ts";
import {
  type ChangeTask,
  changeTaskLifecycle,
  isOpenTask,
  TaskFields,
  TaskId,
  TaskOutcome,
  taskPeople,
} from "../task.ts";
import { command, invalid } from "./command.ts";
import { tasksChanged } from "./task-changes.ts";
import { mustBeWithin } from "./window.ts";

/** More is a project: its parts are changes of their own. */
const mostTasks = 50;
/** Each is found by the change's tasks, so that one transaction ends them all. */
const mostPeople = 20;
/** In JSON; an event of the history holds the tasks twice. What time adds does not count, so that every task can end. */
const mostBytes = 40_000;
const fits = fitsBytes(mostBytes);

const saidOf = ({
  state: _s,
  startedAt: _b,
  endedAt: _e,
  startedBy: _sb,
  endedBy: _eb,
  outcome: _o,
  endedWithChange: _w,
  ...said
}: ChangeTask) => said;

/** Refuses more tasks than one change carries. */
export const refuseTooMuch = (tasks: readonly ChangeTask[]): void => {
  if (tasks.length > mostTasks)
    throw new Refusal("rule_violation", `At most ${mostTasks} tasks in one change`);
  if (taskPeople(tasks, true).length > mostPeople)
    throw new Refusal("rule_violation", `At most ${mostPeople} people with open tasks in one change`);
  if (!fits(tasks.map(saidOf)))
    throw new Refusal("rule_violation", `All tasks together are at most ${mostBytes} bytes`);
};

/** What is approved has the tasks that were approved; who wants others revises it. */
const planning: readonly Change["state"][] = ["new", "assess"];
const working: readonly Change["state"][] = ["implement", "review"];

const refuseUnlessPlanned = ({ state, type }: Change): void => {
  if (planning.includes(state) || working.includes(state) || (type === "standard" && state === "scheduled"))
    return;
  throw new Refusal("illegal_transition", `Its tasks are settled in state "${state}"`);
};

/** Preparing may begin once it is scheduled; everything else waits until the change is being done. */
const refuseUnlessDone = ({ state }: Change, { kind }: ChangeTask): void => {
  if (working.includes(state) || (kind === "preparation" && state !== "closed" && state !== "cancelled"))
    return;
  throw new Refusal("illegal_transition", `Tasks are not done in state "${state}"`);
};

const refuseUnknown = (id: string, dependsOn: readonly string[] = []): void => {
  const index = dependsOn.findIndex((each) => Number(each) >= Number(id));
  if (index >= 0) throw invalid(`body.dependsOn.${index}`, "No task that was added before it");
};

const found = ({ tasks }: Change, taskId: string): ChangeTask => {
  const task = tasks.find(({ id }) => id === taskId);
  if (!task) throw invalid("body.taskId", "No such task");
  return task;
};

const refuseBeforeOthers = ({ tasks }: Change, { dependsOn = [] }: ChangeTask): void => {
  const first = tasks.filter((task) => dependsOn.includes(task.id) && isOpenTask(task));
  if (first.length > 0)
    throw new Refusal("rule_violation", `Tasks that come first: ${first.map(({ id }) => id).join(", ")}`);
};

const checked = (event: typeof ChangeTaskAdded, change: Change, task: ChangeTask): Decision<Change> => {
  const occurrence = tasksChanged(event, change, [task]);
  refuseTooMuch(occurrence.changes.tasks ?? []);
  return [occurrence];
};

export const addTask = command({
  body: TaskFields,
  decide: (change, fields, { settings }) => {
    refuseUnlessPlanned(change);
    const id = String(change.tasks.length + 1);
    refuseUnknown(id, fields.dependsOn);
    mustBeWithin(fields, change);
    mustBeSeparate(fields.assigneeId, change, settings);
    return checked(ChangeTaskAdded, change, { ...fields, id, state: "open" });
  },
});

const { shape } = TaskFields;

/** Whoever says when a task is done says so of this window: it is not where its template put it any more. */
const isMoved = (edits: object): boolean =>
  ["plannedStart", "plannedEnd"].some((end) => (edits as Record<string, unknown>)[end] !== undefined);
const withoutPlace = ({ offsetMinutes: _o, durationMinutes: _d, ...task }: ChangeTask): ChangeTask => task;

/** Corrections while the task is open; null removes what may be absent. */
export const changeTask = command({
  body: z.strictObject({
    taskId: TaskId,
    title: shape.title.optional(),
    description: shape.description.nullable(),
    kind: shape.kind.unwrap().optional(),
    teamId: shape.teamId.nullable(),
    assigneeId: shape.assigneeId.nullable(),
    dependsOn: shape.dependsOn.nullable(),
    plannedStart: shape.plannedStart.nullable(),
    plannedEnd: shape.plannedEnd.nullable(),
  }),
  decide: (change, { taskId, ...edits }, { settings }) => {
    refuseUnlessPlanned(change);
    const before = found(change, taskId);
    if (!isOpenTask(before))
      throw new Refusal("illegal_transition", `"change" is not possible in state "${before.state}"`);
    refuseUnknown(taskId, edits.dependsOn ?? []);
    const given = Object.entries(edits).filter(([, value]) => value !== undefined);
    const whole = Object.entries({ ...before, ...Object.fromEntries(given) });
    const told = Object.fromEntries(whole.filter(([, value]) => value !== null)) as ChangeTask;
    const task = isMoved(edits) ? withoutPlace(told) : told;
    if (isSame(task, before)) return [];
    mustBeWithin(task, change);
    if (task.assigneeId !== before.assigneeId) mustBeSeparate(task.assigneeId, change, settings);
    return checked(ChangeTaskChanged, change, task);
  },
});

export const startTask = command({
  body: z.strictObject({ taskId: TaskId }),
  decide: (change, { taskId }, { actor, now, settings }) => {
    const task = found(change, taskId);
    const state = changeTaskLifecycle.next(task.state, "start");
    refuseUnlessDone(change, task);
    refuseBeforeOthers(change, task);
    mustBeSeparate(actor.id, change, settings);
    return checked(ChangeTaskChanged, change, { ...task, state, startedAt: now, startedBy: actor.id });
  },
});

const Ending = z.strictObject({ taskId: TaskId, outcome: TaskOutcome });

const ending = (action: "complete" | "fail" | "cancel") =>
  command({
    body: Ending,
    decide: (change, { taskId, ...said }, { actor, now, settings }) => {
      const task = found(change, taskId);
      const state = changeTaskLifecycle.next(task.state, action);
      if (action !== "cancel") {
        refuseUnlessDone(change, task);
        refuseBeforeOthers(change, task);
        mustBeSeparate(actor.id, change, settings);
      }
      // Who calls a task off has not done it.
      const by = action === "cancel" ? {} : { endedBy: actor.id };
      return checked(ChangeTaskEnded, change, { ...task, ...said, ...by, state, endedAt: now });
    },
  });

export const completeTask = ending("complete");
export const failTask = ending("fail");
export const cancelTask = ending("cancel");
