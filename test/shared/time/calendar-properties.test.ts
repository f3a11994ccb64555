import fc from "fast-check";
import { compileCalendar } from "../../../shared/time/compile-calendar.ts";
import { stretchesBetween, windowsBetween } from "../../../shared/time/windows.ts";
import { addWorkingDays } from "../../../shared/time/working-days.ts";
import {
  addWorkingTime,
  isOpen,
  lastOpen,
  nextOpening,
  workingTimeBetween,
} from "../../../shared/time/working-time.ts";
import { setting } from "./support/arbitrary-calendars.ts";

const day = 86_400_000;
const near = fc.integer({ min: -40 * day, max: 40 * day });
const duration = fc.integer({ min: 0, max: 10 * day });

/** A calendar and an instant within forty days of an odd hour, any millisecond. */
const place = fc.record({ setting: setting(), shift: near }).map(({ setting: { terms, center }, shift }) => ({
  calendar: compileCalendar(terms),
  from: center + shift,
}));

const check = <T extends unknown[]>(property: fc.IProperty<T>): void => fc.assert(property, { numRuns: 150 });

test("measuring gives back what was added, forward and back, and the due time is open or just closing", () => {
  check(
    fc.property(place, duration, ({ calendar, from }, ms) => {
      const later = addWorkingTime(calendar, from, ms);
      if (later !== undefined) {
        expect(workingTimeBetween(calendar, from, later)).toBe(ms);
        expect(isOpen(calendar, later) || isOpen(calendar, later - 1)).toBe(true);
      }
      const earlier = addWorkingTime(calendar, from, -ms);
      if (earlier !== undefined && ms > 0) expect(workingTimeBetween(calendar, earlier, from)).toBe(ms);
    }),
  );
});

test("it is the first such instant: a millisecond before, the time is not over", () => {
  check(
    fc.property(place, duration, ({ calendar, from }, ms) => {
      const due = addWorkingTime(calendar, from, ms + 1);
      if (due !== undefined) expect(workingTimeBetween(calendar, from, due - 1)).toBe(ms);
    }),
  );
});

test("measuring is additive over any split, in any order of the instants", () => {
  check(
    fc.property(place, near, near, ({ calendar, from }, one, other) => {
      const [middle, end] = [from + one, from + other];
      expect(workingTimeBetween(calendar, from, middle) + workingTimeBetween(calendar, middle, end)).toBe(
        workingTimeBetween(calendar, from, end),
      );
    }),
  );
});

test("adding a + b is adding a and then b", () => {
  check(
    fc.property(place, duration, duration, ({ calendar, from }, a, b) => {
      const first = addWorkingTime(calendar, from, a);
      const both = addWorkingTime(calendar, from, a + b);
      expect(first === undefined ? undefined : addWorkingTime(calendar, first, b)).toBe(both);
    }),
  );
});

test("who starts later is due no earlier: working time and working days, with and without end of day", () => {
  check(
    fc.property(
      place,
      duration,
      duration,
      fc.integer({ min: 0, max: 8 }),
      ({ calendar, from }, wait, ms, days) => {
        // Where clocks go back over midnight a later start stands on an earlier date, and days count dates.
        const wall = (instant: number) => instant + calendar.zone.offsetAt(instant);
        const isLaterOnTheWall = wall(from) <= wall(from + wait);
        const answers = (start: number): readonly (number | undefined)[] => [
          addWorkingTime(calendar, start, ms),
          nextOpening(calendar, start),
          ...(isLaterOnTheWall ? [addWorkingDays(calendar, start, days, { endOfDay: true })] : []),
        ];
        const [early, late] = [answers(from), answers(from + wait)];
        early.forEach((one, at) => {
          expect(late[at] ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
            one ?? Number.POSITIVE_INFINITY,
          );
        });
      },
    ),
  );
});

test("the next opening is open and nothing before it is; the last open instant mirrors it", () => {
  check(
    fc.property(place, ({ calendar, from }) => {
      const opening = nextOpening(calendar, from);
      if (opening !== undefined) {
        expect(opening).toBeGreaterThanOrEqual(from);
        expect(isOpen(calendar, opening)).toBe(true);
        expect(workingTimeBetween(calendar, from, opening)).toBe(0);
        expect(nextOpening(calendar, opening)).toBe(opening);
      }
      const closing = lastOpen(calendar, from);
      if (closing !== undefined) {
        expect(isOpen(calendar, closing - 1)).toBe(true);
        expect(workingTimeBetween(calendar, closing, from)).toBe(0);
      }
    }),
  );
});

test("windows sum to the working time; with the closed stretches they fill the whole range without a gap", () => {
  check(
    fc.property(place, duration, ({ calendar, from }, length) => {
      const to = from + length;
      const windows = [...windowsBetween(calendar, from, to)];
      const sum = windows.reduce((total, window) => total + window.until - window.from, 0);
      expect(sum).toBe(workingTimeBetween(calendar, from, to));
      const stretches = [...stretchesBetween(calendar, from, to)];
      const edges = stretches.flatMap((one) => [one.from, one.until]);
      expect(edges[0] ?? to).toBe(from);
      expect(edges.at(-1) ?? to).toBe(to);
      stretches.forEach((one, at) => {
        expect(one.until).toBeGreaterThan(one.from);
        expect(stretches[at + 1]?.from ?? to).toBe(one.until);
      });
      expect(
        stretches.filter(({ open }) => open).map(({ from: start, until }) => ({ from: start, until })),
      ).toEqual(windows);
    }),
  );
});

test("working days land in hours or at closing, and as many days on as asked", () => {
  check(
    fc.property(place, fc.integer({ min: 0, max: 8 }), fc.boolean(), ({ calendar, from }, days, endOfDay) => {
      const due = addWorkingDays(calendar, from, days, { endOfDay });
      if (due === undefined) return;
      expect(isOpen(calendar, due) || isOpen(calendar, due - 1)).toBe(true);
      if (endOfDay) expect(isOpen(calendar, due - 1)).toBe(true);
    }),
  );
});
