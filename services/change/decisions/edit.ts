import * as z from "zod";
import { changedFields } from "../../../shared/domain/changed-fields.ts";
import { isSame } from "../../../shared/domain/is-same.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { mustBeSeparate } from "../access.ts";
import type { Change } from "../change.ts";
import { changeFields, ModelId } from "../change-fields.ts";
import { pathOf } from "../change-type.ts";
import { ChangeRevised, ChangeUpdated } from "../events.ts";
import type { ChangeTask } from "../task.ts";
import { withApprovalVoid } from "./authorize.ts";
import { type Circumstances, command, happened, invalid } from "./command.ts";
import { withExceptionVoid } from "./exception.ts";
import { mustBeItsOwn } from "./modify.ts";
import { tasksOf } from "./open.ts";
import { withPermitsVoid } from "./permit.ts";
import { movedTasks } from "./place-tasks.ts";
import { refuseTooMuch } from "./tasks.ts";
import { mustBeWindow } from "./window.ts";

/** Corrections to a change: only what is given changes, and null removes what may be absent. */
export const ChangeEdits = z.strictObject({
  title: changeFields.title.optional(),
  description: changeFields.description.nullable(),
  justification: changeFields.justification.nullable(),
  category: changeFields.category.nullable(),
  impact: changeFields.impact.unwrap().optional(),
  priority: changeFields.priority.nullable(),
  serviceId: changeFields.serviceId.nullable(),
  ciIds: changeFields.ciIds.unwrap().optional(),
  teamId: changeFields.teamId.nullable(),
  assigneeId: changeFields.assigneeId.nullable(),
  plannedStart: changeFields.plannedStart.nullable(),
  plannedEnd: changeFields.plannedEnd.nullable(),
  plans: changeFields.plans.unwrap().optional(),
  parentId: changeFields.parentId.nullable(),
  comesAfter: changeFields.comesAfter.nullable(),
  modifications: changeFields.modifications.nullable(),
  modelId: ModelId.nullish().describe(
    "The model that it follows from now on, before anybody is asked to approve it; its tasks come with it",
  ),
});
export type ChangeEdits = z.infer<typeof ChangeEdits>;

/** What people approved: another one of these is another change than the one they said yes to. */
const scope = [
  "title",
  "impact",
  "serviceId",
  "ciIds",
  "plannedStart",
  "plannedEnd",
  "plans",
  "modifications",
] as const satisfies readonly (keyof ChangeEdits)[];

const changesOf = (change: Change, edits: ChangeEdits): Partial<Change> => {
  const wanted = Object.entries(edits)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => [field, value ?? undefined]);
  return changedFields<Change>(change, Object.fromEntries(wanted) as Partial<Change>);
};

/** Refuses to change what its template fixes. */
const refuseLocked = (change: Change, changes: Partial<Change>, locked: readonly string[]): void => {
  const said = locked.filter((field) => field in changes);
  if (change.type !== "standard" || said.length === 0) return;
  const violations = said.map((field) => ({ path: `body.${field}`, message: "The template fixes this" }));
  throw new Refusal("rule_violation", undefined, violations);
};

/** Before it is put to anybody: then also how it is handled may be said otherwise. */
const unasked: readonly Change["state"][] = ["new", "assess"];

const refuseModel = (change: Change, changes: Partial<Change>, { nextModel }: Circumstances): void => {
  if (!("modelId" in changes)) return;
  if (!unasked.includes(change.state))
    throw new Refusal("illegal_transition", `Its model is settled in state "${change.state}"`);
  if (change.type === "standard")
    throw new Refusal("rule_violation", undefined, [
      { path: "body.modelId", message: "A standard change follows its template" },
    ]);
  if (nextModel && nextModel.type !== change.type)
    throw invalid("body.modelId", `The model is for ${nextModel.type} changes`);
};

/** The tasks of another model take the place of those of the last one that nobody has begun. */
const tasksOfModel = (change: Change, now: string, { nextModel }: Circumstances): ChangeTask[] => {
  const kept = change.tasks.map(
    (task): ChangeTask =>
      task.modelId !== undefined && task.state === "open"
        ? { ...task, state: "cancelled", endedAt: now }
        : task,
  );
  const { modelId } = change;
  const brought = tasksOf(
    nextModel?.tasks ?? [],
    change,
    modelId === undefined ? {} : { modelId },
    kept.length,
  );
  const tasks = [...kept, ...brought];
  refuseTooMuch(tasks);
  return tasks;
};

/** What follows for the tasks: they lie in the window, and they are those of its model. */
const withTasks = (change: Change, changes: Partial<Change>, on: Circumstances): Partial<Change> => {
  let tasks = change.tasks;
  if ("plannedStart" in changes || "plannedEnd" in changes)
    tasks = movedTasks(tasks, change, { ...change, ...changes });
  if ("modelId" in changes) tasks = tasksOfModel({ ...change, ...changes, tasks }, on.now, on);
  return isSame(tasks, change.tasks) ? changes : { ...changes, tasks };
};

/** What is approved or being approved is asked anew when its scope changes (C17 of the field study). */
const isUnderApproval = ({ state }: Change): boolean => state === "authorize" || state === "scheduled";

const closedStates: readonly Change["state"][] = ["review", "closed", "cancelled"];
const isScope = (field: string): boolean => scope.some((each) => each === field);

const refuseTooLate = ({ state }: Change, changes: Partial<Change>): void => {
  const isLate =
    closedStates.includes(state) || (state === "implement" && Object.keys(changes).some(isScope));
  if (isLate) throw new Refusal("illegal_transition", `Its scope is settled in state "${state}"`);
};

/** The change is taken back to be planned anew; approvals of what it was are void. */
export const revised = (change: Change, changes: Partial<Change>, now: string): Decision<Change> => {
  const state = pathOf[change.type].next(change.state, "revise");
  const voided = {
    ...withApprovalVoid(change, now),
    ...withExceptionVoid(change, now),
    ...withPermitsVoid(change, now),
  };
  return [happened(ChangeRevised, change, { ...changes, ...voided, state }, {})];
};

/** An exception is for the scope and the window that people saw. */
const exceptionFor = (change: Change, changes: Partial<Change>, now: string): Partial<Change> =>
  Object.keys(changes).some(isScope) ? withExceptionVoid(change, now) : {};

export const edit = (locked: readonly string[] = []) =>
  command({
    body: ChangeEdits,
    decide: (change, edits, on) => {
      const { now, settings } = on;
      const said = changesOf(change, edits);
      if (Object.keys(said).length === 0) return [];
      refuseTooLate(change, said);
      refuseLocked(change, said, locked);
      refuseModel(change, said, on);
      mustBeWindow({ ...change, ...said });
      if (said.modifications || said.ciIds) mustBeItsOwn({ ...change, ...said });
      mustBeSeparate(said.assigneeId, change, settings);
      const changes = withTasks(change, said, on);
      return isUnderApproval(change) && Object.keys(changes).some(isScope)
        ? revised(change, changes, now)
        : [happened(ChangeUpdated, change, { ...changes, ...exceptionFor(change, changes, now) }, {})];
    },
  });

export const revise = command({
  body: z.strictObject({ reason: z.string().trim().min(1).max(2000) }),
  decide: (change, { reason }, { now }) =>
    revised(change, {}, now).map((occurrence) => ({ ...occurrence, confidential: { reason } })),
});
