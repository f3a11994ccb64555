import * as z from "zod";
import { type Clock, clockOf } from "../../shared/targets/clock.ts";
import { PolicyTerms } from "../../shared/targets/terms.ts";
import { extended, type Timeline } from "../../shared/targets/timeline.ts";
import type { Calendar } from "../../shared/time/compile-calendar.ts";
import { stretchesBetween } from "../../shared/time/windows.ts";
import { Instant, iso } from "./instants.ts";
import { SeenStretch, seenStretch } from "./stretches.ts";

const Pause = z
  .strictObject({ from: Instant, to: Instant })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "Not before `from`" });

/** A target to count by hand, in the words of an agreement. */
export const DueDateQuestion = z.strictObject({
  start: Instant,
  target: PolicyTerms.shape.metrics.element.shape.target,
  pauses: z.array(Pause).max(100).default([]).describe("When the clock rests; they may overlap"),
});
export type DueDateQuestion = z.infer<typeof DueDateQuestion>;

/** More than anybody reads; long targets on calendars with many windows have more. */
const mostStretches = 500;

export const DueDate = z.object({
  dueAt: z.iso.datetime().optional().describe("Absent: the calendar is not open for so long"),
  stretches: z.array(SeenStretch).describe("From the start until it is due: what counted and what did not"),
  isComplete: z.boolean().describe(`False where there are more than ${mostStretches} stretches`),
});

type Span = { readonly from: number; readonly to: number };

/** Pauses in order, those that touch as one; nothing of them before the start. */
const merged = (pauses: readonly Span[], start: number): readonly Span[] => {
  const spans: { from: number; to: number }[] = [];
  for (const { from, to } of pauses.toSorted((a, b) => a.from - b.from)) {
    const last = spans.at(-1);
    if (to <= start || from >= to) continue;
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else spans.push({ from: Math.max(from, start), to });
  }
  return spans;
};

const timelineOf = (start: number, pauses: readonly Span[]): Timeline => {
  const moments = pauses.flatMap(({ from, to }) => [
    [from, true],
    [to, false],
  ]) as readonly [number, boolean][];
  return moments.reduce<Timeline>(
    (timeline, [at, paused]) => extended(timeline, at, { paused }),
    extended([], start, { paused: false }),
  );
};

function* stretchesOf(calendar: Calendar, start: number, due: number, pauses: readonly Span[]) {
  let at = start;
  for (const { from, to } of pauses.filter((pause) => pause.from < due)) {
    for (const stretch of stretchesBetween(calendar, at, from)) yield seenStretch(stretch);
    at = Math.min(to, due);
    yield { from: iso(from), until: iso(at), is: "paused" as const };
  }
  for (const stretch of stretchesBetween(calendar, at, due)) yield seenStretch(stretch);
}

/** The very clock that runs on records, for a target and its pauses, as it stands when the last of them ends. */
export const clockFor = (
  calendar: Calendar,
  { start, target, pauses: given }: DueDateQuestion,
): Clock & { readonly pauses: readonly Span[] } => {
  const pauses = merged(given, start);
  const metric = {
    ...{ metric: "due", target, starts: {}, pauses: [{ paused: [true] }], stops: { stopped: [true] } },
    ...{ again: "continue" as const, onBreach: [], points: [] },
  };
  const clock = clockOf(metric, timelineOf(start, pauses), calendar, pauses.at(-1)?.to ?? start);
  return { ...clock, pauses };
};

/** When a target is due, by that clock, and how it comes about. */
export const dueDateOf = (calendar: Calendar, question: DueDateQuestion): z.infer<typeof DueDate> => {
  const { start } = question;
  const { dueAt, pauses } = clockFor(calendar, question);
  if (dueAt === undefined) return { stretches: [], isComplete: false };
  const stretches: SeenStretch[] = [];
  for (const stretch of stretchesOf(calendar, start, dueAt, pauses)) {
    if (stretches.length === mostStretches) return { dueAt: iso(dueAt), stretches, isComplete: false };
    stretches.push(stretch);
  }
  return { dueAt: iso(dueAt), stretches, isComplete: true };
};
