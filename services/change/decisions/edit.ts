import * as z from "zod";
import { changedFields } from "../../../shared/domain/changed-fields.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { mustBeSeparate } from "../access.ts";
import type { Change } from "../change.ts";
import { changeFields } from "../change-fields.ts";
import { pathOf } from "../change-type.ts";
import { ChangeRevised, ChangeUpdated } from "../events.ts";
import { withApprovalVoid } from "./authorize.ts";
import { command, happened } from "./command.ts";
import { withExceptionVoid } from "./exception.ts";
import { mustBeItsOwn } from "./modify.ts";
import { withPermitsVoid } from "./permit.ts";
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
    decide: (change, edits, { now, settings }) => {
      const changes = changesOf(change, edits);
      if (Object.keys(changes).length === 0) return [];
      refuseTooLate(change, changes);
      refuseLocked(change, changes, locked);
      mustBeWindow({ ...change, ...changes });
      if (changes.modifications || changes.ciIds) mustBeItsOwn({ ...change, ...changes });
      mustBeSeparate(changes.assigneeId, change, settings);
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
