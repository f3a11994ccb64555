import fc from "fast-check";
import type { Clock } from "../../../shared/targets/clock.ts";
import { compileCalendar } from "../../../shared/time/compile-calendar.ts";
import { clock, type Happened, hour, inOffice, metric, office, timelineOf } from "./given.ts";

const start = Date.UTC(2026, 2, 20, 8);
const minute = 60_000;
/** Two weeks around the night when the clocks change. */
const span = 14 * 24 * 60;

const state = fc.constantFrom("open", "on_hold", "done");
const targets = fc.oneof(
  fc.record({ amount: fc.integer({ min: 0, max: 60 }), unit: fc.constant("hours") }),
  fc.record({ amount: fc.integer({ min: 0, max: 3000 }), unit: fc.constant("minutes") }),
  fc.record({
    amount: fc.integer({ min: 0, max: 8 }),
    unit: fc.constant("working_days"),
    endOfDay: fc.boolean(),
  }),
);
const points = [
  { percent: 30 },
  { percent: 100 },
  { percent: 130 },
  { minutesBefore: 45 },
  { minutesAfter: 45 },
  { minutesBefore: 0, workingDays: 1 },
  { minutesAfter: 20, workingDays: 1 },
].map((time, i) => ({ id: `p${i}`, at: time }));
const metrics = targets.chain((target) =>
  fc.constantFrom("continue", "restart", "stay").map((again) => metric({ target, again, points })),
);
const calendars = fc.constantFrom(
  inOffice,
  compileCalendar({
    ...office,
    week: {
      sat: [["22:00", "24:00"]],
      sun: [
        ["00:00", "06:00"],
        ["08:00", "09:00"],
      ],
    },
  }),
  compileCalendar({
    ...office,
    week: {
      ...office.week,
      mon: [
        ["07:00", "12:00"],
        ["13:00", "24:00"],
      ],
    },
  }),
);

/** Moments in order, the first one the opening. */
const lives: fc.Arbitrary<Happened> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: span }), state), { maxLength: 12 })
  .map((steps) => [
    [start, "open"],
    ...steps.toSorted(([a], [b]) => a - b).map(([later, facts]) => [start + later * minute, facts] as const),
  ]);
const instants = fc.integer({ min: 0, max: span + 10_000 }).map((later) => start + later * minute);

const answer = ({ phase, elapsedMs, dueAt, isBreached, stoppedAt, marks }: Clock) => ({
  phase,
  elapsedMs,
  dueAt,
  isBreached,
  stoppedAt,
  marks: marks.map(({ id, at, hasPassed }) => [id, hasPassed, hasPassed ? at : undefined]),
});

const until = (happened: Happened, now: number): Happened => happened.filter(([time]) => Number(time) <= now);

test("splitting a pause, a run or a settled time changes nothing", () => {
  fc.assert(
    fc.property(lives, metrics, calendars, instants, instants, (life, one, calendar, split, now) => {
      const known = until(life, now);
      const cut = Math.min(split, now);
      const before = known.findLast(([time]) => Number(time) <= cut);
      const doubled = [...known, [cut, before?.[1] ?? "open"] as const].toSorted(
        ([a], [b]) => Number(a) - Number(b),
      );
      expect(answer(clock(doubled, now, one, calendar))).toEqual(answer(clock(known, now, one, calendar)));
    }),
  );
});

test("a pause that ends and begins in the same instant changes nothing", () => {
  fc.assert(
    fc.property(metrics, calendars, instants, instants, instants, (one, calendar, a, b, c) => {
      const [from = 0, between = 0, to = 0] = [a, b, c].toSorted((x, y) => x - y);
      const whole: Happened = [
        [start, "open"],
        [from, "on_hold"],
        [to, "open"],
      ];
      const split: Happened = [
        [start, "open"],
        [from, "on_hold"],
        [between, "open"],
        [between, "on_hold"],
        [to, "open"],
      ];
      const now = to + 20 * hour;
      expect(answer(clock(split, now, one, calendar))).toEqual(answer(clock(whole, now, one, calendar)));
    }),
  );
});

test("what has fallen stays fallen, at the same time, whatever comes later", () => {
  fc.assert(
    fc.property(lives, metrics, calendars, instants, instants, (life, one, calendar, a, b) => {
      fc.pre(one.again !== "restart");
      const [early, late] = [Math.min(a, b), Math.max(a, b)];
      const fallen = (now: number) =>
        clock(until(life, now), now, one, calendar).marks.filter(({ hasPassed }) => hasPassed);
      const later = new Map(fallen(late).map(({ id, at }) => [id, at]));
      for (const { id, at } of fallen(early)) expect([id, later.get(id)]).toEqual([id, at]);
    }),
  );
});

test("nothing falls while the clock is paused or stopped", () => {
  fc.assert(
    fc.property(lives, metrics, calendars, instants, (life, one, calendar, now) => {
      const { marks, course } = clock(until(life, now), now, one, calendar);
      for (const { at = 0, hasPassed } of marks) {
        const rests = course.spans.some(
          ({ phase, from, to = now }) => phase !== "running" && from < at && at < to,
        );
        if (hasPassed) expect(rests).toBe(false);
      }
    }),
  );
});

test("what is foretold comes true if nothing happens until then", () => {
  fc.assert(
    fc.property(lives, metrics, calendars, instants, (life, one, calendar, now) => {
      const known = until(life, now);
      for (const { id, at } of clock(known, now, one, calendar).marks) {
        if (at === undefined) continue;
        const mark = (later: number) => clock(known, later, one, calendar).marks.find((m) => m.id === id);
        expect(mark(Math.max(now, at) + 1)).toMatchObject({ at, hasPassed: true });
        if (at > now) expect(mark(at - 1)?.hasPassed).toBe(false);
      }
    }),
  );
});

test("a timeline that grows is the timeline of all that happened", () => {
  fc.assert(
    fc.property(lives, (life) => {
      const grown = timelineOf(life);
      expect(grown.every(({ at }, i) => i === 0 || at > (grown[i - 1]?.at ?? 0))).toBe(true);
      const states = life.filter(([, facts], i) => facts !== life[i - 1]?.[1]);
      expect(grown.length).toBeLessThanOrEqual(states.length);
    }),
  );
});
