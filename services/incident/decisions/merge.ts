import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { LongText } from "../../../shared/domain/texts.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import {
  IncidentDuplicateAdded,
  IncidentDuplicateRemoved,
  IncidentMerged,
  IncidentUnmerged,
} from "../events.ts";
import { HoldReason, type Incident, IncidentId, incidentLifecycle } from "../incident.ts";
import { taskAssignees } from "../task.ts";
import { bringing, takingBack } from "./brought.ts";
import { type Circumstances, happened } from "./command.ts";
import { isOpenOrResolved } from "./edits.ts";
import { withTasksEnded, withTasksRevived } from "./end-tasks.ts";

/** More duplicates than people merge by hand; a storm has one parent with children instead. */
const mostDuplicates = 25;
/** As many as each of an incident's lists may hold. */
const mostInList = 50;
/** Ties that one merge may add, so that both records with all that is derived from them fit one transaction. */
const mostAtOnce = 80;

export const MergeIncident = z.strictObject({
  into: IncidentId.describe("The incident that stays"),
  reason: LongText.optional(),
});
export type MergeIncident = z.infer<typeof MergeIncident>;

/** Decisions about the duplicate and about the incident that stays: both happen or neither. */
export type Both = readonly [duplicate: Decision<Incident>, survivor: Decision<Incident>];

const refuseWhere = (rules: readonly (readonly [boolean, string])[]): void => {
  const broken = rules.find(([isBroken]) => isBroken);
  if (broken) throw new Refusal("rule_violation", broken[1]);
};

const refuseUnfit = (duplicate: Incident, survivor: Incident): void =>
  refuseWhere([
    [
      survivor.mergedInto !== undefined,
      "The other one is a duplicate itself: merge into what it was merged into",
    ],
    [
      duplicate.majorState === "accepted",
      "A major incident stays: merge the other one into it, or demote it",
    ],
    [!isOpenOrResolved(survivor), "The other one is closed or cancelled"],
    [
      duplicate.restricted !== survivor.restricted ||
        (duplicate.restricted && duplicate.teamId !== survivor.teamId),
      "A restricted incident is merged with a restricted one of the same team only",
    ],
    [survivor.parentId === duplicate.id, "The other one is a consequence of this one: they are not the same"],
    [
      (survivor.duplicateIds?.length ?? 0) >= mostDuplicates,
      `At most ${mostDuplicates} duplicates: make it a child`,
    ],
  ]);

const refuseTooMuch = (
  duplicate: Incident,
  survivor: Incident,
  next: Pick<Incident, "watchers" | "ciIds" | "links">,
): void => {
  const lists = ["watchers", "ciIds", "links"] as const;
  // Whoever has a task in the duplicate is untied from it in the same transaction.
  const untied = taskAssignees(duplicate).length;
  const added = lists.map((list) => next[list].length - survivor[list].length);
  refuseWhere([
    ...lists.map(
      (list) => [next[list].length > mostInList, `Together more than ${mostInList} ${list}`] as const,
    ),
    [
      added.reduce((sum, each) => sum + each, untied) > mostAtOnce,
      `Together more than ${mostAtOnce} new ties`,
    ],
  ]);
};

/**
 * A duplicate is no incident of its own: it is cancelled, remembers where it stood, and what it is tied to is
 * the surviving one's, too. Of restricted incidents nothing is combined: nobody learns more than before.
 */
export const merge = (
  duplicate: Incident,
  survivor: Incident,
  { reason }: MergeIncident,
  { actor, now }: Circumstances,
): Both => {
  if (duplicate.id === survivor.id) {
    const violation = { path: "body.into", message: "An incident is not its own duplicate" };
    throw new Refusal("invalid_input", undefined, [violation]);
  }
  if (duplicate.mergedInto === survivor.id) return [[], []];
  const state = incidentLifecycle.next(duplicate.state, "cancel");
  refuseUnfit(duplicate, survivor);
  const combined = duplicate.restricted ? {} : bringing(survivor, duplicate);
  refuseTooMuch(duplicate, survivor, { ...survivor, ...combined });
  const mergedFrom = {
    state: duplicate.state,
    ...(duplicate.holdReason ? { holdReason: duplicate.holdReason } : {}),
    at: now,
    by: actor.id,
  };
  const ended = { state, holdReason: undefined, mergedInto: survivor.id, mergedFrom };
  const grown = {
    ...combined,
    duplicateIds: [...(survivor.duplicateIds ?? []), duplicate.id],
    // Children of the duplicate go on with the surviving one.
    ...(duplicate.isParent ? { isParent: true } : {}),
  };
  const said = reason ? { text: reason } : undefined;
  const merged = [happened(IncidentMerged, duplicate, ended, { into: survivor.id }, said)];
  return [
    withTasksEnded(duplicate, merged, "cancel", now),
    [happened(IncidentDuplicateAdded, survivor, grown, { duplicateId: duplicate.id })],
  ];
};

/**
 * It was no duplicate: it goes back to the state it had, whatever became of the other one, and takes with it
 * what only it brought. All that was said meanwhile stays where it was said.
 */
export const unmerge = (duplicate: Incident, survivor: Incident): Both => {
  const { mergedFrom, mergedInto } = duplicate;
  if (!mergedFrom || mergedInto !== survivor.id)
    throw new Refusal("illegal_transition", "It is not merged into another incident");
  refuseWhere([
    [survivor.mergedInto !== undefined, "The other one was merged itself since: undo that first"],
  ]);
  const { holdReason } = mergedFrom;
  const revived = {
    state: incidentLifecycle.State.parse(mergedFrom.state),
    holdReason: holdReason === undefined ? undefined : HoldReason.parse(holdReason),
    mergedInto: undefined,
    mergedFrom: undefined,
  };
  const left = survivor.duplicateIds?.filter((id) => id !== duplicate.id) ?? [];
  const shrunk = {
    ...(survivor.brought ? takingBack(survivor, duplicate.id) : {}),
    duplicateIds: left.length > 0 ? left : undefined,
  };
  const unmerged = [happened(IncidentUnmerged, duplicate, revived, { from: survivor.id })];
  return [
    withTasksRevived(duplicate, unmerged),
    [happened(IncidentDuplicateRemoved, survivor, shrunk, { duplicateId: duplicate.id })],
  ];
};
