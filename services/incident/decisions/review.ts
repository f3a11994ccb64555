import * as z from "zod";
import { isSame } from "../../../shared/domain/is-same.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { PostIncidentActionChanged, PostIncidentReviewed } from "../events-major.ts";
import type { Incident } from "../incident.ts";
import { ActionFields, type Major, Review } from "../major.ts";
import { type Circumstances, command, happened } from "./command.ts";
import { autoCloseAt } from "./edits.ts";
import { acceptedMajor } from "./major.ts";

/** As many as one review leads to; more are a project. */
const mostActions = 30;

const isOver = ({ state }: Incident): boolean => state === "resolved" || state === "closed";

/** Written in as many drafts as it takes; complete once service is restored, and only then may it close. */
export const review = command({
  body: Review.extend({ isComplete: z.boolean().default(false) }),
  decide: (incident, { isComplete, ...text }, { now, settings }) => {
    const before = acceptedMajor(incident);
    if (isComplete && !isOver(incident))
      throw new Refusal("illegal_transition", "A review is complete after the resolution at the earliest");
    const completedAt = isComplete ? (before.review?.completedAt ?? now) : before.review?.completedAt;
    const major: Major = {
      ...before,
      phase: isOver(incident) ? "review" : before.phase,
      review: { ...text, ...(completedAt ? { completedAt } : {}) },
    };
    const closing =
      incident.state === "resolved" && isComplete ? { autoCloseAt: autoCloseAt(settings, now) } : {};
    return [
      happened(
        PostIncidentReviewed,
        incident,
        { major, ...closing },
        { isComplete: completedAt !== undefined },
      ),
    ];
  },
});

type Action = NonNullable<Major["actions"]>[number];

const changed = (incident: Incident, action: Action, actions: Action[]) => {
  const { id, ownerId, dueAt, doneAt } = action;
  const major = { ...acceptedMajor(incident), actions };
  return [
    happened(PostIncidentActionChanged, incident, { major }, { action: { id, ownerId, dueAt, doneAt } }),
  ];
};

export const addAction = command({
  body: ActionFields,
  decide: (incident, fields) => {
    const { actions = [] } = acceptedMajor(incident);
    if (actions.length >= mostActions)
      throw new Refusal("rule_violation", `At most ${mostActions} actions follow from one review`);
    const action = { id: String(actions.length + 1), ...fields };
    return changed(incident, action, [...actions, action]);
  },
});

const withDone = (action: Action, isDone: boolean | undefined, { now }: Circumstances): Action => {
  const { doneAt, ...rest } = action;
  if (isDone === undefined) return action;
  return isDone ? { ...rest, doneAt: doneAt ?? now } : rest;
};

export const changeAction = command({
  body: ActionFields.partial().extend({
    actionId: z.string().min(1).max(4),
    isDone: z.boolean().optional(),
  }),
  decide: (incident, { actionId, isDone, ...fields }, on) => {
    const { actions = [] } = acceptedMajor(incident);
    const before = actions.find(({ id }) => id === actionId);
    if (!before) {
      const violation = { path: "body.actionId", message: "No such action" };
      throw new Refusal("invalid_input", undefined, [violation]);
    }
    const given = Object.entries(fields).filter(([, value]) => value !== undefined);
    const after = withDone({ ...before, ...Object.fromEntries(given) }, isDone, on);
    if (isSame(after, before)) return [];
    return changed(
      incident,
      after,
      actions.map((each) => (each === before ? after : each)),
    );
  },
});
