import { aroundTheClock } from "../../../shared/time/compile-calendar.ts";
import {
  addWorkingTime,
  isOpen,
  lastOpen,
  nextOpening,
  workingTimeBetween,
} from "../../../shared/time/working-time.ts";
import { at, everyDay, hour, minute, office, second, text } from "./support/calendars.ts";

const paris = office("Europe/Paris");

test.each([
  ["within the day", "2026-11-23T09:00Z", 2 * hour, "2026-11-23T11:00Z"],
  ["over the night", "2026-11-23T15:00Z", 2 * hour, "2026-11-24T09:00Z"],
  ["over the week-end", "2026-11-27T15:00Z", 2 * hour, "2026-11-30T09:00Z"],
  ["until exactly closing", "2026-11-23T09:00Z", 7 * hour, "2026-11-23T16:00Z"],
  ["whole days, each until closing", "2026-11-23T08:00Z", 40 * hour, "2026-11-27T16:00Z"],
  ["a millisecond more than until closing", "2026-11-23T09:00Z", 7 * hour + 1, "2026-11-24T08:00:00.001Z"],
  ["from before opening", "2026-11-23T02:00Z", hour, "2026-11-23T09:00Z"],
  ["from a Saturday", "2026-11-28T12:00Z", hour, "2026-11-30T09:00Z"],
  ["a fraction of a second", "2026-11-23T09:00Z", 1.5 * second, "2026-11-23T09:00:01.500Z"],
  ["no time during hours: at once", "2026-11-23T09:00Z", 0, "2026-11-23T09:00Z"],
  ["no time at closing: at once", "2026-11-23T16:00Z", 0, "2026-11-23T16:00Z"],
  ["no time outside hours: when it opens", "2026-11-23T16:00:01Z", 0, "2026-11-24T08:00Z"],
  ["no time on a day off: when it opens", "2026-11-28T12:00Z", 0, "2026-11-30T08:00Z"],
  ["back within the day", "2026-11-23T11:00Z", -2 * hour, "2026-11-23T09:00Z"],
  ["back until exactly opening", "2026-11-23T11:00Z", -3 * hour, "2026-11-23T08:00Z"],
  ["back over the week-end", "2026-11-23T09:00Z", -2 * hour, "2026-11-20T15:00Z"],
  ["back from a Saturday", "2026-11-28T12:00Z", -hour, "2026-11-27T15:00Z"],
])("added: %s", (_, from, ms, expected) => {
  expect(text(addWorkingTime(paris, at(from), ms))).toBe(expected);
});

const nights = everyDay("Europe/Paris", [["00:00", "06:00"]]);
const wholeDays = everyDay("Europe/Paris", [["00:00", "24:00"]]);

test.each([
  ["an hour that spring leaves out counts nothing", nights, "2026-03-28T23:00Z", "2026-03-29T04:00Z", 5],
  ["an hour that autumn repeats counts twice", nights, "2026-10-24T22:00Z", "2026-10-25T05:00Z", 7],
  ["a day in spring has 23 hours", wholeDays, "2026-03-28T23:00Z", "2026-03-29T22:00Z", 23],
  ["a day in autumn has 25 hours", wholeDays, "2026-10-24T22:00Z", "2026-10-25T23:00Z", 25],
  [
    "half an hour is repeated on Lord Howe",
    everyDay("Australia/Lord_Howe", [["01:00", "03:00"]]),
    "2026-04-04T13:00Z",
    "2026-04-05T00:00Z",
    2.5,
  ],
  [
    "half an hour is left out on Lord Howe",
    everyDay("Australia/Lord_Howe", [["01:00", "03:00"]]),
    "2026-10-03T13:00Z",
    "2026-10-04T00:00Z",
    1.5,
  ],
  [
    "a midnight that is left out",
    everyDay("America/Sao_Paulo", [["00:00", "02:00"]]),
    "2018-11-03T12:00Z",
    "2018-11-04T12:00Z",
    1,
  ],
  [
    "an hour before midnight that is repeated",
    everyDay("America/Sao_Paulo", [["23:00", "24:00"]]),
    "2018-02-17T12:00Z",
    "2018-02-18T12:00Z",
    2,
  ],
  [
    "a day that Samoa skipped",
    everyDay("Pacific/Apia", [["09:00", "17:00"]]),
    "2011-12-29T10:00Z",
    "2011-12-31T10:00Z",
    16,
  ],
  [
    "hours in a zone that was seconds away from UTC",
    everyDay("Africa/Monrovia", [["00:00", "01:00"]]),
    "1972-01-06T00:00Z",
    "1972-01-07T12:00Z",
    1 + 15.5 / 60,
  ],
])("between: %s", (_, calendar, from, to, hours) => {
  expect(workingTimeBetween(calendar, at(from), at(to))).toBe(hours * hour);
  expect(workingTimeBetween(calendar, at(to), at(from))).toBe(-hours * hour);
});

test("hours end with the wall clock, also when the night repeats them: it closes, and opens once more", () => {
  const calendar = everyDay("Europe/Paris", [["02:00", "02:30"]]);
  const open = ["2026-10-25T00:00Z", "2026-10-25T00:30Z", "2026-10-25T01:00Z", "2026-10-25T01:30Z"];
  expect(open.map((instant) => isOpen(calendar, at(instant)))).toEqual([true, false, true, false]);
});

test("hours that a night in spring leaves out do not open at all", () => {
  const calendar = everyDay("Europe/Paris", [["02:00", "03:00"]]);
  expect(text(nextOpening(calendar, at("2026-03-28T12:00Z")))).toBe("2026-03-30T00:00Z");
});

test("a wait from one instant to another that spans a change of clocks is as long as it was, in both directions", () => {
  const pausedFrom = at("2026-03-27T15:00Z");
  const pausedTo = at("2026-03-30T08:00Z");
  expect(workingTimeBetween(paris, pausedFrom, pausedTo)).toBe(2 * hour);
  expect(workingTimeBetween(paris, at("2026-10-23T14:00Z"), at("2026-10-26T09:00Z"))).toBe(2 * hour);
  expect(workingTimeBetween(aroundTheClock, pausedFrom, pausedTo)).toBe(65 * hour);
  expect(workingTimeBetween(wholeDays, pausedFrom, pausedTo)).toBe(65 * hour);
});

test("a day that two holidays share is closed once, and its special hours beat both", () => {
  const holidays = [{ date: "2026-12-25" }, { monthDay: "12-25" }, { monthDay: "12-24" }];
  const closed = office("UTC", { holidays });
  const [from, to] = [at("2026-12-24T00:00Z"), at("2026-12-29T00:00Z")];
  expect(workingTimeBetween(closed, from, to)).toBe(8 * hour);
  const opened = office("UTC", {
    holidays,
    specialDays: { "2026-12-24": [["10:00", "12:00"]], "2026-12-28": [] },
  });
  expect(workingTimeBetween(opened, from, to)).toBe(2 * hour);
  expect(text(addWorkingTime(opened, from, 2 * hour))).toBe("2026-12-24T12:00Z");
  expect(text(addWorkingTime(opened, from, 2 * hour + minute))).toBe("2026-12-29T09:01Z");
});

test("a yearly holiday on the 29th of February falls in leap years only", () => {
  const calendar = everyDay("UTC", [["09:00", "17:00"]], { holidays: [{ monthDay: "02-29" }] });
  const between = (year: number): number =>
    workingTimeBetween(calendar, Date.UTC(year, 1, 28), Date.UTC(year, 2, 2)) / hour;
  expect([2027, 2028, 2100].map(between)).toEqual([16, 16, 16]);
  expect(isOpen(calendar, at("2028-02-29T12:00Z"))).toBe(false);
});

const empty = everyDay("Europe/Paris", []);
const every = Array.from({ length: 366 }, (_, day) =>
  new Date(Date.UTC(2028, 0, 1 + day)).toISOString().slice(5, 10),
);
const alwaysHoliday = everyDay("Europe/Paris", [["09:00", "17:00"]], {
  holidays: every.map((monthDay) => ({ monthDay })),
});
const onceOnly = everyDay("Europe/Paris", [], { specialDays: { "2026-06-01": [["09:00", "10:00"]] } });

test.each([
  ["has no hours", empty],
  ["has a holiday every day", alwaysHoliday],
])("a calendar that %s never answers with a time, and answers at once", (_, calendar) => {
  const now = at("2026-11-23T09:00Z");
  const started = performance.now();
  expect(nextOpening(calendar, now)).toBeUndefined();
  expect(lastOpen(calendar, now)).toBeUndefined();
  expect([0, hour, -hour, 1e15].map((ms) => addWorkingTime(calendar, now, ms))).toEqual(
    Array(4).fill(undefined),
  );
  expect(workingTimeBetween(calendar, now, now + 1000 * hour)).toBe(0);
  expect(isOpen(calendar, now)).toBe(false);
  expect(performance.now() - started).toBeLessThan(2000);
});

test("a calendar of special days only is searched wherever they are, before and after", () => {
  expect(text(nextOpening(onceOnly, at("1900-01-01T00:00Z")))).toBe("2026-06-01T07:00Z");
  expect(text(addWorkingTime(onceOnly, at("0200-01-01T00:00Z"), hour))).toBe("2026-06-01T08:00Z");
  expect(addWorkingTime(onceOnly, at("2026-01-01T00:00Z"), hour + 1)).toBeUndefined();
  expect(nextOpening(onceOnly, at("2026-06-01T08:00Z"))).toBeUndefined();
  expect(text(lastOpen(onceOnly, at("2200-01-01T00:00Z")))).toBe("2026-06-01T08:00Z");
  expect(text(addWorkingTime(onceOnly, at("2200-01-01T00:00Z"), -hour))).toBe("2026-06-01T07:00Z");
});

test("the opening time is open, the closing time is not", () => {
  expect(isOpen(paris, at("2026-11-23T08:00Z"))).toBe(true);
  expect(isOpen(paris, at("2026-11-23T16:00Z") - 1)).toBe(true);
  expect(isOpen(paris, at("2026-11-23T16:00Z"))).toBe(false);
  expect(text(lastOpen(paris, at("2026-11-28T00:00Z")))).toBe("2026-11-27T16:00Z");
});

test("around the clock, time is time", () => {
  const from = at("2026-11-23T09:00Z");
  expect(addWorkingTime(aroundTheClock, from, 87_660 * hour)).toBe(from + 87_660 * hour);
  expect(addWorkingTime(aroundTheClock, from, -87_660 * hour)).toBe(from - 87_660 * hour);
});
