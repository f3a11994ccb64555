import fc from "fast-check";
import { clockOf } from "../../../shared/targets/clock.ts";
import type { Timeline } from "../../../shared/targets/timeline.ts";
import type { Calendar } from "../../../shared/time/compile-calendar.ts";
import { compileCalendar } from "../../../shared/time/compile-calendar.ts";
import { addWorkingTime, workingTimeBetween } from "../../../shared/time/working-time.ts";
import { setting } from "../time/support/arbitrary-calendars.ts";
import { hour, metric } from "./given.ts";

const day = 24 * hour;
const held = ["waiting_for_parts", "waiting_for_answer"] as const;
const states = ["open", ...held, "done"] as const;
type State = (typeof states)[number];
type Change = { readonly at: number; readonly state: State };

/** Milliseconds at random: that two of them meet to the millisecond is left to the examples. */
const wait = fc.integer({ min: 1, max: 6 * day });

const given = fc
  .record({
    setting: setting(),
    waits: fc.array(fc.tuple(wait, fc.constantFrom(...states)), { maxLength: 12 }),
    minutes: fc.integer({ min: 1, max: 60 * 60 }),
    after: wait,
  })
  .map(({ setting: { terms, center }, waits, minutes, after }) => {
    const start = center - 7 * day;
    let at = start;
    const changes: Change[] = [{ at, state: "open" }];
    for (const [passed, state] of waits) {
      at += passed;
      changes.push({ at, state });
    }
    const points = [
      { id: "half", at: { percent: 50 } },
      { id: "soon", at: { minutesBefore: 30 } },
      { id: "late", at: { minutesAfter: 30 } },
    ];
    return {
      calendar: compileCalendar(terms),
      changes,
      now: at + after,
      targetMs: minutes * 60_000,
      metric: metric({
        target: { amount: minutes, unit: "minutes" },
        pauses: [{ state: [...held] }],
        points,
      }),
    };
  });

type Given = typeof given extends fc.Arbitrary<infer T> ? T : never;

const timelineOf = (changes: readonly Change[]): Timeline =>
  changes.map(({ at, state }) => ({ at, set: { state } }));

/** What is seen of a clock, without the spans it took. */
const seen = (one: Given, timeline: Timeline, now = one.now): unknown => {
  const { course, ...clock } = clockOf(one.metric, timeline, one.calendar, now);
  return clock;
};

const check = <T>(property: fc.IProperty<T>): void => fc.assert(property, { numRuns: 150 });

/** Step by step: what is left is carried from one run to the next. The instant at which nothing is, if it came. */
const stepByStep = (
  one: Given,
): { readonly due: number | undefined; readonly elapsed: number; readonly breached: boolean } => {
  let [left, elapsed, due]: [number, number, number | undefined] = [one.targetMs, 0, undefined];
  one.changes.forEach(({ at, state }, index) => {
    if (state !== "open") return;
    const until = one.changes[index + 1]?.at ?? one.now;
    const ran = workingTimeBetween(one.calendar, at, until);
    const end = due === undefined ? addWorkingTime(one.calendar, at, left) : undefined;
    if (end !== undefined && end < until) due = end;
    left -= ran;
    elapsed += ran;
  });
  return { due, elapsed, breached: due !== undefined };
};

test("computed whole, a clock is what carrying the rest of its time from run to run gives", () => {
  check(
    fc.property(given, (one) => {
      const { due, elapsed, breached } = stepByStep(one);
      const clock = clockOf(one.metric, timelineOf(one.changes), one.calendar, one.now);
      expect([clock.elapsedMs, clock.isBreached]).toEqual([elapsed, breached]);
      if (breached) expect(clock.dueAt).toBe(due);
      const last = one.changes.at(-1);
      if (last?.state === "open" && !breached)
        expect(clock.dueAt).toBe(dueFrom(one.calendar, last.at, one.targetMs - elapsedUntil(one, last.at)));
    }),
  );
});

const elapsedUntil = (one: Given, now: number): number => stepByStep({ ...one, now }).elapsed;
const dueFrom = (calendar: Calendar, from: number, left: number): number | undefined =>
  addWorkingTime(calendar, from, left);

test("splitting a pause, or a run, changes nothing: other facts may change at any moment in between", () => {
  check(
    fc.property(given, fc.nat(), (one, seed) => {
      const whole = timelineOf(one.changes);
      const split = one.changes.flatMap(({ at, state }, index): Timeline => {
        const until = one.changes[index + 1]?.at ?? one.now;
        const middle = at + Math.floor((until - at) / 2);
        const extra = { at: middle, set: { priority: (seed + index) % 5 } };
        return middle > at && middle < until ? [{ at, set: { state } }, extra] : [{ at, set: { state } }];
      });
      expect(seen(one, split)).toEqual(seen(one, whole));
    }),
  );
});

test("a pause for one reason and then another is one pause", () => {
  check(
    fc.property(given, (one) => {
      const single = one.changes.map(({ at, state }) => ({ at, state: state === held[1] ? held[0] : state }));
      expect(seen(one, timelineOf(single))).toEqual(seen(one, timelineOf(one.changes)));
    }),
  );
});

test("nothing falls while it is paused or stopped, however long that lasts", () => {
  check(
    fc.property(given, fc.constantFrom(...states.slice(1)), (one, state) => {
      const timeline = timelineOf([...one.changes, { at: one.now, state }]);
      const [then, muchLater] = [one.now, one.now + 1000 * day].map((now) =>
        clockOf(one.metric, timeline, one.calendar, now).marks.map(({ id, hasPassed }) => [id, hasPassed]),
      );
      expect(muchLater).toEqual(then);
    }),
  );
});

test("what has fallen stays fallen, at the same instant, whatever happens later", () => {
  check(
    fc.property(given, (one) => {
      const timeline = timelineOf(one.changes);
      const passed = (length: number, now: number) =>
        clockOf(one.metric, timeline.slice(0, length), one.calendar, now).marks.filter(
          ({ hasPassed }) => hasPassed,
        );
      one.changes.slice(1).forEach(({ at }, index) => {
        const then = passed(index + 1, at);
        const end = passed(timeline.length, one.now);
        for (const mark of then) expect(end).toContainEqual(mark);
      });
    }),
  );
});

test("closing and reopening counts as a pause would: the time in between does not exist", () => {
  check(
    fc.property(given, (one) => {
      const changes = [...one.changes, { at: one.now, state: "open" as const }];
      const paused = changes.map(({ at, state }) => ({ at, state: state === "done" ? held[0] : state }));
      const now = one.now + day;
      expect(seen(one, timelineOf(changes), now)).toEqual(seen(one, timelineOf(paused), now));
    }),
  );
});
