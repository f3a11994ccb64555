import * as z from "zod";
import { ShortText } from "../../shared/domain/texts.ts";
import { type Decision, occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import { keptFields, move, type Tell } from "../../shared/kept/kept.ts";
import { occurrencesBetween, Recurrence } from "../../shared/time/recurrence.ts";
import { DraftFields } from "./draft.ts";
import { RequestScheduleChanged, RequestScheduleFailed, RequestScheduleOrdered } from "./events-schedule.ts";
import { PersonId, RequestId, ScheduleId } from "./ids.ts";

/** Something that is ordered at a time to come, or again and again. */
export const ScheduleFields = z
  .strictObject({
    name: ShortText,
    at: z.iso.datetime().optional().describe("Once: when; UTC"),
    recurrence: Recurrence.optional().describe("Instead: again and again (RFC 5545)"),
    order: DraftFields,
  })
  .refine(
    ({ at, recurrence }) => (at === undefined) !== (recurrence === undefined),
    "Either `at` or `recurrence`",
  )
  .refine(({ order }) => order.lines.length > 0, { path: ["order", "lines"], message: "Nothing is ordered" });
export type ScheduleFields = z.infer<typeof ScheduleFields>;

export const Schedule = z
  .object({
    id: ScheduleId,
    ...keptFields,
    ...ScheduleFields.shape,
    ownerId: PersonId.describe("In whose name it is ordered"),
    nextAt: z.iso.datetime().optional().describe("When it is ordered next; absent when that is over"),
    lastRequestId: RequestId.optional(),
    asAgent: z.boolean().optional().describe("It was said by somebody who fulfils requests"),
    failure: z.string().optional().describe("Why nothing was ordered the last time"),
  })
  .meta({ id: "RequestSchedule" });
export type Schedule = z.infer<typeof Schedule> & RecordBase;

const snapshot = ({ id, name, state, ownerId, nextAt, lastRequestId }: Schedule) => ({
  schedule: { id, name, retired: state === "retired", ownerId, nextAt, lastRequestId },
});

export const tellOfSchedule: Tell<Schedule> = (after, changes) =>
  occurred(RequestScheduleChanged, snapshot(after), changes);

/** Far enough for what comes once in four years, on 29 February. */
const horizonMs = 1500 * 24 * 3_600_000;

/** When it comes next after a moment; never again: `undefined`. */
export const nextAfter = (
  { at, recurrence }: Pick<ScheduleFields, "at" | "recurrence">,
  moment: string,
): string | undefined => {
  if (recurrence === undefined)
    return at !== undefined && new Date(at).toISOString() > moment ? new Date(at).toISOString() : undefined;
  const from = Date.parse(moment);
  const next = occurrencesBetween(recurrence, from, from + horizonMs).find((window) => window.from > from);
  return next === undefined ? undefined : new Date(next.from).toISOString();
};

/** Nothing is ordered by it any more. */
export const retireSchedule = (schedule: Schedule): Decision<Schedule> =>
  move(tellOfSchedule, schedule, "retire").map((occurrence) => ({
    ...occurrence,
    changes: { ...occurrence.changes, nextAt: undefined },
  }));

export const ordered = (schedule: Schedule, requestId: string, now: string): Decision<Schedule> => {
  const changes = { lastRequestId: requestId, nextAt: nextAfter(schedule, now), failure: undefined };
  return [occurred(RequestScheduleOrdered, snapshot({ ...schedule, ...changes }), changes)];
};

/** Nothing was ordered, because that would be refused now; the next time is tried again. */
export const notOrdered = (schedule: Schedule, failure: string, now: string): Decision<Schedule> => {
  const changes = { nextAt: nextAfter(schedule, now), failure: failure.slice(0, 500) };
  const told = { ...snapshot({ ...schedule, ...changes }), text: changes.failure };
  return [occurred(RequestScheduleFailed, told, changes)];
};
