import * as z from "zod";
import { changedFields } from "../../../shared/domain/changed-fields.ts";
import { priorityOf } from "../../../shared/domain/priority.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { LongText } from "../../../shared/domain/texts.ts";
import { ProblemAssigned, ProblemNoted, ProblemUpdated } from "../events.ts";
import { isOpen, PersonId, type Problem, ProblemFields, TeamId } from "../problem.ts";
import { command, happened } from "./command.ts";

const { shape } = ProblemFields;

/** Corrections: only what is given changes, and null removes what may be absent. */
const ProblemEdits = z.strictObject({
  title: shape.title.optional(),
  description: shape.description.nullable(),
  category: shape.category.nullable(),
  subcategory: shape.subcategory.nullable(),
  impact: shape.impact.unwrap().optional(),
  urgency: shape.urgency.unwrap().optional(),
  serviceId: shape.serviceId.nullable(),
  ciIds: shape.ciIds.unwrap().optional(),
});

const wanted = (edits: object): Partial<Problem> =>
  Object.fromEntries(
    Object.entries(edits)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, value === null ? undefined : value]),
  );

/** Facts corrected or added; also afterwards, so that what is learnt late is not lost. */
export const edit = command({
  body: ProblemEdits,
  decide: (problem, edits, { settings }) => {
    const changed = changedFields(problem, wanted(edits));
    const weighed = "impact" in changed || "urgency" in changed;
    const priority = weighed ? { priority: priorityOf(settings.matrix, { ...problem, ...changed }) } : {};
    if (Object.keys(changed).length === 0) return [];
    return [happened(ProblemUpdated, problem, { ...changed, ...priority }, {})];
  },
});

/** Gives a problem to a team, a person, or both; another team without a person leaves it unassigned there. */
export const assign = command({
  body: z
    .strictObject({ teamId: TeamId.nullable().optional(), assigneeId: PersonId.nullable().optional() })
    .refine((body) => body.teamId !== undefined || body.assigneeId !== undefined, "Name a team or a person"),
  decide: (problem, { teamId, assigneeId }) => {
    if (!isOpen(problem))
      throw new Refusal("illegal_transition", `"assign" is not possible in state "${problem.state}"`);
    const leavesTeam = teamId !== undefined && (teamId ?? undefined) !== problem.teamId;
    const person = assigneeId === undefined && leavesTeam ? null : assigneeId;
    const changes = changedFields(problem, wanted({ teamId, assigneeId: person }));
    return Object.keys(changes).length === 0 ? [] : [happened(ProblemAssigned, problem, changes, {})];
  },
});

/** A note for who works on it, at any time; never published. */
export const note = command({
  body: z.strictObject({ text: LongText }),
  decide: (problem, { text }) => [happened(ProblemNoted, problem, {}, {}, { text })],
});
