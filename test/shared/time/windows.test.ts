import { CalendarTerms } from "../../../shared/time/calendar.ts";
import { aroundTheClock, compileCalendar } from "../../../shared/time/compile-calendar.ts";
import { stretchesBetween, windowsBetween } from "../../../shared/time/windows.ts";

const at = (text: string): number => Date.parse(text);
const text = (instant: number): string => new Date(instant).toISOString().slice(0, 16);
const calendar = compileCalendar(
  CalendarTerms.parse({
    timeZone: "Europe/Paris",
    week: {
      wed: [
        ["08:00", "12:00"],
        ["13:00", "18:00"],
      ],
      thu: [["08:00", "12:00"]],
      fri: [["22:00", "24:00"]],
      sat: [["00:00", "06:00"]],
    },
    holidays: [
      { monthDay: "12-25", name: "Christmas" },
      { date: "2026-12-25", name: "Works outing" },
      { monthDay: "12-25", name: "Christmas" },
      { date: "2026-12-26" },
      { monthDay: "12-24", name: "Christmas Eve" },
    ],
    specialDays: { "2026-12-24": [["09:00", "12:00"]], "2026-12-23": [] },
  }),
);

test("every stretch of a closed time says why, cut at the zone's midnights; overlapping holidays are all named", () => {
  const stretches = [...stretchesBetween(calendar, at("2026-12-23T12:00Z"), at("2026-12-28T12:00Z"))];
  expect(
    stretches.map(({ from, until, open, ...why }) => [text(from), text(until), open, ...Object.values(why)]),
  ).toEqual([
    ["2026-12-23T12:00", "2026-12-24T08:00", false, "special_day"],
    ["2026-12-24T08:00", "2026-12-24T11:00", true],
    ["2026-12-24T11:00", "2026-12-24T23:00", false, "special_day"],
    ["2026-12-24T23:00", "2026-12-25T23:00", false, "holiday", "Works outing, Christmas"],
    ["2026-12-25T23:00", "2026-12-26T23:00", false, "holiday"],
    ["2026-12-26T23:00", "2026-12-28T12:00", false, "day_off"],
  ]);
});

test("hours until midnight and from midnight are one window; those at the edges are cut", () => {
  const windows = [...windowsBetween(calendar, at("2027-01-06T09:00Z"), at("2027-01-09T03:00Z"))];
  expect(windows.map(({ from, until }) => [text(from), text(until)])).toEqual([
    ["2027-01-06T09:00", "2027-01-06T11:00"],
    ["2027-01-06T12:00", "2027-01-06T17:00"],
    ["2027-01-07T07:00", "2027-01-07T11:00"],
    ["2027-01-08T21:00", "2027-01-09T03:00"],
  ]);
});

test("around the clock is one window, over any length of time", () => {
  const [from, until] = [at("2020-01-01T00:00Z"), at("2030-01-01T00:00Z")];
  expect([...windowsBetween(aroundTheClock, from, until)]).toEqual([{ from, until }]);
  expect([...stretchesBetween(aroundTheClock, from, until)]).toEqual([{ from, until, open: true }]);
});

test("windows come one at a time: the first of ten years costs nothing but itself", () => {
  const [first] = windowsBetween(calendar, at("2027-01-04T00:00Z"), at("9000-01-01T00:00Z"));
  expect(first).toEqual({ from: at("2027-01-06T07:00Z"), until: at("2027-01-06T11:00Z") });
});

test("nothing lies between an instant and itself, or an earlier one", () => {
  const noon = at("2027-01-06T09:00Z");
  expect([...stretchesBetween(calendar, noon, noon)]).toEqual([]);
  expect([...windowsBetween(calendar, noon, noon - 1)]).toEqual([]);
});

test("a calendar that is never open is one closed stretch", () => {
  const never = compileCalendar(CalendarTerms.parse({ timeZone: "UTC", week: {} }));
  const [from, until] = [at("2020-01-01T00:00Z"), at("2020-02-01T00:00Z")];
  expect([...stretchesBetween(never, from, until)]).toEqual([
    { from, until, open: false, reason: "day_off" },
  ]);
});
