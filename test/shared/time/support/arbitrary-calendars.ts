import fc from "fast-check";
import { CalendarTerms } from "../../../../shared/time/calendar.ts";

/** Zones and the hours around which their clocks do something odd. */
export const oddHours: readonly (readonly [zone: string, around: string, what: string])[] = [
  ["Europe/Paris", "2026-03-29T01:00Z", "an hour left out"],
  ["Europe/Paris", "2026-10-25T01:00Z", "an hour repeated"],
  ["Australia/Lord_Howe", "2026-10-03T15:30Z", "half an hour left out"],
  ["Australia/Lord_Howe", "2026-04-04T15:00Z", "half an hour repeated"],
  ["America/Sao_Paulo", "2018-11-04T03:00Z", "midnight left out"],
  ["America/Sao_Paulo", "2018-02-18T02:00Z", "the hour before midnight repeated"],
  ["Asia/Beirut", "2026-03-28T22:00Z", "midnight left out"],
  ["America/Havana", "2026-11-01T05:00Z", "the hour after midnight repeated"],
  ["America/St_Johns", "2008-11-02T02:31Z", "one minute after midnight back to the day before"],
  ["Pacific/Apia", "2011-12-30T10:00Z", "a whole day left out"],
  ["Pacific/Kwajalein", "1993-08-21T12:00Z", "a whole day left out"],
  ["America/Juneau", "1867-10-19T00:00Z", "a whole day repeated, offset with seconds"],
  ["Antarctica/Troll", "2026-03-29T01:00Z", "two hours left out"],
  ["Africa/Casablanca", "2026-02-15T02:00Z", "summer time interrupted"],
  ["Asia/Kathmandu", "1985-12-31T18:30Z", "a quarter of an hour left out"],
  ["Africa/Monrovia", "1972-01-07T00:44Z", "44 and a half minutes left out"],
  ["Asia/Pyongyang", "2015-08-14T15:00Z", "half an hour repeated, for good"],
  ["UTC", "2028-02-29T12:00Z", "nothing"],
];

const hours = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

const minuteOfDay = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(0, 120, 150, 540, 720, 1020, 1380, 1440) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 1440 }) },
);

const windows = fc
  .uniqueArray(minuteOfDay, { minLength: 2, maxLength: 6 })
  .map((minutes) => minutes.toSorted((one, other) => one - other))
  .map((minutes) =>
    Array.from({ length: Math.floor(minutes.length / 2) }, (_, at) => [
      hours(minutes[at * 2] as number),
      hours(minutes[at * 2 + 1] as number),
    ]),
  );

const dateNear = (center: number): fc.Arbitrary<string> =>
  fc
    .integer({ min: -6, max: 6 })
    .map((days) => new Date(center + days * 86_400_000).toISOString().slice(0, 10));

/** A calendar whose exceptions lie near an instant, in a zone whose clocks may do something odd there. */
export const calendarNear = (zone: string, center: number): fc.Arbitrary<CalendarTerms> => {
  const date = dateNear(center);
  return fc
    .record({
      timeZone: fc.constant(zone),
      week: fc.record(
        { mon: windows, tue: windows, wed: windows, thu: windows, fri: windows, sat: windows, sun: windows },
        { requiredKeys: [] },
      ),
      holidays: fc.array(
        fc.oneof(
          date.map((on) => ({ date: on })),
          date.map((on) => ({ monthDay: on.slice(5) })),
        ),
        { maxLength: 3 },
      ),
      specialDays: fc.dictionary(date, fc.oneof(windows, fc.constant([])), { maxKeys: 3 }),
    })
    .map((terms) => CalendarTerms.parse(terms));
};

export type Setting = { readonly terms: CalendarTerms; readonly center: number };

/** A calendar and an instant near which its zone's clocks may do something odd. */
export const setting = (odd: typeof oddHours = oddHours): fc.Arbitrary<Setting> =>
  fc.constantFrom(...odd).chain(([zone, around]) => {
    const center = Date.parse(around);
    return calendarNear(zone, center).map((terms) => ({ terms, center }));
  });
