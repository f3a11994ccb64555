import fc from "fast-check";
import { compileCalendar } from "../../../shared/time/compile-calendar.ts";
import { windowsBetween } from "../../../shared/time/windows.ts";
import {
  addWorkingTime,
  isOpen,
  lastOpen,
  nextOpening,
  workingTimeBetween,
} from "../../../shared/time/working-time.ts";
import { oddHours, setting } from "./support/arbitrary-calendars.ts";
import { openMinutes } from "./support/wall-clock-oracle.ts";

const minute = 60_000;
const length = 3 * 1440;
/** The oracle steps by minutes: zones that were seconds away from UTC at that time are tested by example. */
const wholeMinutes = oddHours.filter(([zone]) => !["America/Juneau", "Africa/Monrovia"].includes(zone));

/** A range of three days around the odd hour, minute by minute. */
const range = fc
  .record({ setting: setting(wholeMinutes), before: fc.integer({ min: 0, max: length }) })
  .map(({ setting: { terms, center }, before }) => {
    const from = center - before * minute;
    return { calendar: compileCalendar(terms), from, open: openMinutes(terms, from, length) };
  });

const runs = (open: readonly boolean[], from: number): readonly object[] => {
  const edges = open.flatMap((is, at) => (is === (open[at - 1] ?? false) ? [] : [from + at * minute]));
  if (open.at(-1)) edges.push(from + open.length * minute);
  return Array.from({ length: edges.length / 2 }, (_, at) => ({
    from: edges[2 * at],
    until: edges[2 * at + 1],
  }));
};

const indexAfter = (open: readonly boolean[], start: number, minutes: number): number => {
  let [at, left] = [start, minutes];
  for (; left > 0 && at < open.length; at += 1) if (open[at]) left -= 1;
  return left > 0 ? Number.NaN : at;
};

test("whatever the calendar, zone and change of clocks, the answers are those of reading the wall minute by minute", () => {
  fc.assert(
    fc.property(
      range,
      fc.nat(length),
      fc.nat(length),
      fc.nat(600),
      ({ calendar, from, open }, one, other, minutes) => {
        const [start, end] = [Math.min(one, other), Math.max(one, other)];
        const [startAt, endAt] = [from + start * minute, from + end * minute];
        expect([...windowsBetween(calendar, from, from + length * minute)]).toEqual(runs(open, from));
        expect(workingTimeBetween(calendar, startAt, endAt)).toBe(
          open.slice(start, end).filter(Boolean).length * minute,
        );
        if (start < length) expect(isOpen(calendar, startAt)).toBe(open[start]);
        const opening = open.indexOf(true, start);
        if (opening >= 0) expect(nextOpening(calendar, startAt)).toBe(from + opening * minute);
        const closing = end === 0 ? -1 : open.lastIndexOf(true, end - 1);
        if (closing >= 0) expect(lastOpen(calendar, endAt)).toBe(from + (closing + 1) * minute);
        const due = indexAfter(open, start, minutes + 1);
        if (!Number.isNaN(due))
          expect(addWorkingTime(calendar, startAt, (minutes + 1) * minute)).toBe(from + due * minute);
      },
    ),
    { numRuns: 60 },
  );
});
