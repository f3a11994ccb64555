import { aroundTheClock, type Calendar } from "../time/compile-calendar.ts";
import { stretchesBetween } from "../time/windows.ts";
import { workingTimeBetween } from "../time/working-time.ts";
import type { PolicyClock } from "./clocks.ts";
import type { ExplainedClock, Segment } from "./explained-clock.ts";
import { breach } from "./marks.ts";
import type { Span } from "./spans.ts";
import { iso, summaryOf } from "./summary.ts";

/** So far back opening hours are listed one by one; before that only their sum: years would be thousands. */
const detailedMs = 60 * 24 * 3_600_000;

const time = (at: number | undefined): string | undefined => (at === undefined ? undefined : iso(at));

const base = (from: number, to: number, workingMs: number) => ({ from: iso(from), to: iso(to), workingMs });

/** What a running clock did, stretch by stretch. */
const runningSegments = (calendar: Calendar, from: number, to: number, end: number): readonly Segment[] => {
  const detailed = Math.min(to, Math.max(from, end - detailedMs));
  const summed: Segment[] =
    from < detailed
      ? [
          {
            ...base(from, detailed, workingTimeBetween(calendar, from, detailed)),
            kind: "running",
            isSummed: true,
          },
        ]
      : [];
  const listed = [...stretchesBetween(calendar, detailed, to)].map((stretch): Segment => {
    const open = base(stretch.from, stretch.until, stretch.open ? stretch.until - stretch.from : 0);
    if (stretch.open) return { ...open, kind: "running" };
    const closed: Segment = { ...open, kind: "closed", closedFor: stretch.reason };
    return "name" in stretch && stretch.name !== undefined ? { ...closed, holiday: stretch.name } : closed;
  });
  return [...summed, ...listed];
};

const restingSegment = (calendar: Calendar, span: Span, kind: Segment["kind"], now: number): Segment => {
  const because = Object.entries(span.because).filter(([, value]) => value !== undefined);
  return {
    from: iso(span.from),
    ...(span.to === undefined ? {} : { to: iso(span.to) }),
    kind,
    ...(because.length > 0 ? { because: Object.fromEntries(because) as Segment["because"] } : {}),
    workingMs: workingTimeBetween(calendar, span.from, Math.max(span.from, span.to ?? now)),
  };
};

const segmentsOf = ({ course, calendar }: PolicyClock, now: number): readonly Segment[] => {
  const hours = calendar?.calendar ?? aroundTheClock;
  const end = course.spans.at(-1)?.phase === "stopped" ? (course.spans.at(-1)?.from ?? now) : now;
  const earlier = course.earlier.map((span) =>
    restingSegment(hours, span, span.phase === "waiting" ? "waiting" : "earlier_run", now),
  );
  const present = course.spans.flatMap((span) =>
    span.phase === "running"
      ? runningSegments(hours, span.from, Math.max(span.from, span.to ?? now), end)
      : [restingSegment(hours, span, span.phase, now)],
  );
  return [...earlier, ...present];
};

const finite = (ms: number): number | undefined => (Number.isFinite(ms) ? ms : undefined);

/** Tells the whole story of a clock at a moment (epoch ms), for people. */
export const explain = (clock: PolicyClock, now: number): ExplainedClock => {
  const { policy, metric, calendar, elapsedMs, phase } = clock;
  const hasStarted = phase !== "waiting";
  return {
    ...summaryOf(clock),
    agreementName: policy.name,
    calendar: calendar && {
      id: calendar.id,
      name: calendar.name,
      timeZone: calendar.calendar.zone.name,
    },
    isAroundTheClock: calendar === undefined,
    target: metric.target,
    targetMs: hasStarted ? finite(clock.targetMs) : undefined,
    usedMs: elapsedMs,
    leftMs: hasStarted ? finite(clock.targetMs - elapsedMs) : undefined,
    startedAt: time(clock.startedAt),
    points: clock.marks
      .filter(({ id }) => id !== breach)
      .map(({ id, at, hasPassed, actions }) => ({
        id,
        at: time(at),
        hasFallen: hasPassed,
        actions: [...actions],
      })),
    segments: [...segmentsOf(clock, now)],
  };
};
