import type { Calendar } from "../time/compile-calendar.ts";
import { workingTimeBetween } from "../time/working-time.ts";
import { type Due, type Rest, targetOf } from "./due.ts";
import { breach, type Mark, type Marks, marksOf } from "./marks.ts";
import { type Course, courseOf, type Metric, type Phase, type Span } from "./spans.ts";
import type { Timeline } from "./timeline.ts";

/**
 * A mark as it stands. `at` (epoch ms) is when it fell, or will fall if the clock runs on; absent where the
 * clock does not run. The due time falls as a breach only behind it: in time to the millisecond is in time.
 */
export type Placed = Pick<Mark, "id" | "actions"> & {
  readonly at: number | undefined;
  readonly hasPassed: boolean;
};

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

type Walk = {
  readonly marks: readonly Mark[];
  readonly fell: Map<string, number>;
  ran: number;
  rested: number;
  moved: number;
  /** How long the clock may run, as it was when that was over. */
  target: number | undefined;
};

/** Where a mark stands after so much rest: never before the run that it falls into. */
const placed = (mark: Mark, rest: Rest, runFrom: number): number | undefined => {
  const at = mark.at(rest);
  return at !== undefined && at < endOfTime ? Math.max(at, runFrom) : undefined;
};

const pass = (walk: Walk, from: number, until: number): void => {
  for (const mark of walk.marks) {
    if (walk.fell.has(mark.id) || mark.after > walk.ran) continue;
    const at = placed(mark, walk, from);
    if (at !== undefined && (mark.id === breach ? at < until : at <= until)) walk.fell.set(mark.id, at);
  }
};

const rest = (walk: Walk, due: Due, ms: number): void => {
  if (ms === 0) return;
  walk.moved = Math.max(walk.moved, walk.ran + walk.rested - due.after) + ms;
  walk.rested += ms;
};

const goThrough = (
  calendar: Calendar,
  spans: readonly Span[],
  { marks, due, start }: Marks,
  now: number,
): Walk => {
  const walk: Walk = { marks, fell: new Map(), ran: 0, rested: 0, moved: 0, target: undefined };
  // What lies behind the end counts as rest only if the clock went on after all.
  let ended = 0;
  for (const { from, to, phase } of spans) {
    const until = Math.max(from, to ?? now);
    if (phase === "stopped") {
      ended += to === undefined ? 0 : workingTimeBetween(calendar, from, until);
      continue;
    }
    rest(walk, due, ended);
    ended = 0;
    if (phase === "running") {
      walk.ran += workingTimeBetween(calendar, from, until);
      pass(walk, from, until);
      if (walk.fell.has(breach)) walk.target ??= targetOf(calendar, due, walk, start);
    } else if (to !== undefined) rest(walk, due, workingTimeBetween(calendar, from, until));
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
  const given = marksOf(metric, calendar, first.from);
  const walk = goThrough(calendar, course.spans, given, now);
  const runFrom = course.spans.findLast(({ phase }) => phase === "running")?.from ?? first.from;
  const isRunning = last.phase === "running";
  const where = (mark: Mark): number | undefined => walk.fell.get(mark.id) ?? placed(mark, walk, runFrom);
  const marks = walk.marks.map((mark): Placed => {
    const { id, actions } = mark;
    return { id, actions, at: isRunning ? where(mark) : walk.fell.get(id), hasPassed: walk.fell.has(id) };
  });
  const isBreached = walk.fell.has(breach);
  return {
    phase: last.phase,
    course,
    startedAt: first.from,
    stoppedAt: last.phase === "stopped" ? last.from : undefined,
    targetMs: walk.target ?? targetOf(calendar, given.due, walk, first.from),
    elapsedMs: walk.ran,
    dueAt: last.phase === "paused" && !isBreached ? undefined : where(given.marks.at(-1) as Mark),
    isBreached,
    marks,
  };
};
