import type { Calendar } from "../time/compile-calendar.ts";
import { addWorkingTime, workingTimeBetween } from "../time/working-time.ts";
import { breach, type Mark, marksOf } from "./marks.ts";
import { type Course, courseOf, type Metric, type Phase, type Span } from "./spans.ts";
import type { Timeline } from "./timeline.ts";

/**
 * A mark as it stands. `at` (epoch ms) is when it fell, or will fall if the clock runs on; absent where the
 * clock does not run. The due time falls as a breach only behind it: in time to the millisecond is in time.
 */
export type Placed = Mark & { readonly at: number | undefined; readonly hasPassed: boolean };

/** One metric's clock on one record, at one moment. Times are epoch ms, durations working ms on its calendar. */
export type Clock = {
  readonly phase: Phase;
  readonly course: Course;
  readonly startedAt: number | undefined;
  readonly stoppedAt: number | undefined;
  readonly targetMs: number;
  readonly elapsedMs: number;
  /** When the time is over; for a stopped clock when it would have been. Absent while paused, unless it is over. */
  readonly dueAt: number | undefined;
  readonly isBreached: boolean;
  readonly marks: readonly Placed[];
};

/** Later than any person plans; such a time is as good as none, and texts of times stay comparable. */
const endOfTime = Date.UTC(9999, 0);

type Walk = { readonly marks: Placed[]; ran: number; rested: number };

/** Where a mark stands after so much rest: never before the run that it falls into. */
const placed = (calendar: Calendar, mark: Mark, rested: number, runFrom: number): number | undefined => {
  if (mark.unpaused === undefined) return undefined;
  const at = rested === 0 ? mark.unpaused : addWorkingTime(calendar, mark.unpaused, rested);
  return at !== undefined && at < endOfTime ? Math.max(at, runFrom) : undefined;
};

const pass = (walk: Walk, calendar: Calendar, from: number, until: number): void => {
  for (const [i, mark] of walk.marks.entries()) {
    if (mark.hasPassed || mark.after > walk.ran) continue;
    const at = placed(calendar, mark, walk.rested, from);
    const hasPassed = at !== undefined && (mark.id === breach ? at < until : at <= until);
    if (hasPassed) walk.marks[i] = { ...mark, at, hasPassed };
  }
};

const goThrough = (calendar: Calendar, spans: readonly Span[], marks: readonly Mark[], now: number): Walk => {
  const walk: Walk = {
    marks: marks.map((mark) => ({ ...mark, at: undefined, hasPassed: false })),
    ran: 0,
    rested: 0,
  };
  // What lies behind the end counts as rest only if the clock went on after all.
  let ended = 0;
  for (const { from, to, phase } of spans) {
    const until = Math.max(from, to ?? now);
    if (phase === "stopped") {
      ended += to === undefined ? 0 : workingTimeBetween(calendar, from, until);
      continue;
    }
    walk.rested += ended;
    ended = 0;
    if (phase === "running") {
      walk.ran += workingTimeBetween(calendar, from, until);
      pass(walk, calendar, from, until);
    } else if (to !== undefined) walk.rested += workingTimeBetween(calendar, from, until);
  }
  return walk;
};

const waiting = (course: Course): Clock => ({
  phase: "waiting",
  course,
  startedAt: undefined,
  stoppedAt: undefined,
  targetMs: 0,
  elapsedMs: 0,
  dueAt: undefined,
  isBreached: false,
  marks: [],
});

/**
 * The clock of a metric, computed from all that happened and nothing else: whatever changed in between, and in
 * whatever order, the answer is the same as if the present terms had been in force from the beginning.
 */
export const clockOf = (metric: Metric, timeline: Timeline, calendar: Calendar, now: number): Clock => {
  const course = courseOf(metric, timeline);
  const [first] = course.spans;
  const last = course.spans.at(-1);
  if (!first || !last) return waiting(course);
  const walk = goThrough(calendar, course.spans, marksOf(metric, calendar, first.from), now);
  const runFrom = course.spans.findLast(({ phase }) => phase === "running")?.from ?? first.from;
  const where = (mark: Placed): number | undefined =>
    mark.hasPassed ? mark.at : placed(calendar, mark, walk.rested, runFrom);
  const marks = walk.marks.map((mark) => (last.phase === "running" ? { ...mark, at: where(mark) } : mark));
  const due = walk.marks.at(-1) as Placed;
  return {
    phase: last.phase,
    course,
    startedAt: first.from,
    stoppedAt: last.phase === "stopped" ? last.from : undefined,
    targetMs: due.after,
    elapsedMs: walk.ran,
    dueAt: last.phase === "paused" && !due.hasPassed ? undefined : where(due),
    isBreached: due.hasPassed,
    marks,
  };
};
