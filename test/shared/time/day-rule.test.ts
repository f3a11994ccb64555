import * as fc from "fast-check";
import * as library from "rrule";
import { comesOn, parseDayRule } from "../../../shared/time/day-rule.ts";
import { occurrencesBetween, Recurrence } from "../../../shared/time/recurrence.ts";
import { day } from "../../../shared/time/time-zone.ts";

const weekday = fc.constantFrom("MO", "TU", "WE", "TH", "FR", "SA", "SU");
const some = <T>(of: fc.Arbitrary<T>) => fc.uniqueArray(of, { minLength: 1, maxLength: 3 });
const maybe = (name: string, value: fc.Arbitrary<unknown>) =>
  fc.option(value, { nil: undefined }).map((said) => (said === undefined ? "" : `;${name}=${said}`));
const interval = maybe("INTERVAL", fc.integer({ min: 1, max: 4 }));
const months = maybe("BYMONTH", some(fc.integer({ min: 1, max: 12 })));
const monthDays = maybe("BYMONTHDAY", some(fc.constantFrom(1, 2, 15, 28, -1, -2, -28)));
const weekdays = maybe("BYDAY", some(weekday));
/** Not mixed with plain weekdays: RFC 5545 takes either, the library only days that are both. */
const ordinals = maybe(
  "BYDAY",
  some(fc.tuple(fc.constantFrom("1", "2", "-1", "4"), weekday).map((p) => p.join(""))),
);
const joined = (...all: readonly fc.Arbitrary<string>[]) => fc.tuple(...all).map((texts) => texts.join(""));

const rules = fc.oneof(
  joined(fc.constant("FREQ=DAILY"), interval, months, weekdays),
  joined(fc.constant("FREQ=WEEKLY"), interval, months, weekdays, maybe("WKST", weekday)),
  joined(fc.constant("FREQ=MONTHLY"), interval, months, fc.oneof(ordinals, weekdays)),
  joined(fc.constant("FREQ=MONTHLY"), interval, months, monthDays),
  joined(fc.constant("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR"), maybe("BYSETPOS", fc.constantFrom(1, 2, -1, -3))),
  joined(fc.constant("FREQ=YEARLY"), interval, months, fc.oneof(ordinals, weekdays)),
  joined(fc.constant("FREQ=YEARLY"), interval, months, monthDays),
);
/** Days that every month has, so that the library, which looks for ever, finds a next one. */
const firsts = fc.integer({ min: 0, max: 27 }).map((date) => Date.UTC(2024, 0, 1) / day + date);

/** What the library, which many calendars use, says for the same rule. */
const byLibrary = (rule: string, first: number, days: number): number[] => {
  const dtstart = new Date(first * day);
  const parsed = new library.RRule({ ...library.RRule.parseString(rule), dtstart });
  return parsed.between(dtstart, new Date((first + days) * day), true).map((at) => at.getTime() / day);
};

describe("a recurrence rule of RFC 5545 by days", () => {
  test("comes on the days that rrule finds", () => {
    fc.assert(
      fc.property(rules, firsts, (rule, first) => {
        const parsed = parseDayRule(rule);
        if (parsed === undefined) throw new Error(`${rule} is not read`);
        const days = Array.from({ length: 500 }, (_, at) => first + at).filter((at) =>
          comesOn(parsed, first, at),
        );
        expect(days).toEqual(byLibrary(rule, first, 499));
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    "FREQ=HOURLY",
    "FREQ=DAILY;COUNT=3",
    "FREQ=DAILY;BYHOUR=3",
    "FREQ=WEEKLY;BYDAY=2TU",
    "FREQ=DAILY;FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=0",
    "BYDAY=MO",
    "DAILY",
    "",
  ])("is refused where it is none, or counts otherwise: %s", (rule) => {
    expect(parseDayRule(rule)).toBeUndefined();
  });

  test("that never comes true is soon asked about", () => {
    const never = parseDayRule("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30");
    expect(Array.from({ length: 1000 }, (_, at) => never && comesOn(never, 0, at))).not.toContain(true);
  });
});

describe("what comes again", () => {
  const saturdays = Recurrence.parse({
    rule: "FREQ=WEEKLY;BYDAY=SA",
    start: "2027-01-02T20:00",
    timeZone: "Europe/Oslo",
    durationMinutes: 120,
  });
  const between = (from: string, to: string) =>
    occurrencesBetween(saturdays, Date.parse(from), Date.parse(to)).map(({ from: at }) =>
      new Date(at).toISOString(),
    );

  test("comes at the same time on the wall when the clocks change", () => {
    expect(between("2027-03-26T00:00Z", "2027-04-05T00:00Z")).toEqual([
      "2027-03-27T19:00:00.000Z",
      "2027-04-03T18:00:00.000Z",
    ]);
  });

  test("is found by any moment of it, and not by its end", () => {
    expect(between("2027-03-27T20:59Z", "2027-03-27T21:30Z")).toHaveLength(1);
    expect(between("2027-03-27T21:00Z", "2027-03-27T21:30Z")).toEqual([]);
    expect(between("2027-03-27T18:30Z", "2027-03-27T19:00Z")).toEqual([]);
  });
});
