import { aroundTheClock } from "../../../shared/time/compile-calendar.ts";
import { addWorkingDays, isWorkingDate, workingDatesBetween } from "../../../shared/time/working-days.ts";
import { at, everyDay, office, text } from "./support/calendars.ts";

const paris = office("Europe/Paris", { holidays: [{ monthDay: "12-25" }] });
const lunch = everyDay(
  "UTC",
  [
    ["09:00", "12:00"],
    ["13:00", "17:00"],
  ],
  { specialDays: { "2026-11-25": [["11:00", "15:00"]] } },
);

test.each([
  ["the same time of day", paris, "2026-11-23T09:30Z", 1, "2026-11-24T09:30Z"],
  ["over a week-end", paris, "2026-11-23T09:30Z", 5, "2026-11-30T09:30Z"],
  ["over a holiday", paris, "2026-12-24T09:30Z", 1, "2026-12-28T09:30Z"],
  ["over a change of clocks: the same time on the wall", paris, "2026-03-27T09:30Z", 1, "2026-03-30T08:30Z"],
  [
    "from a day off: from the opening of the next working day",
    paris,
    "2026-11-28T12:00Z",
    1,
    "2026-12-01T08:00Z",
  ],
  ["from after closing: until closing", paris, "2026-11-27T20:00Z", 1, "2026-11-30T16:00Z"],
  ["from before opening: until opening", paris, "2026-11-23T03:00Z", 1, "2026-11-24T08:00Z"],
  ["to a break: until it ends", lunch, "2026-11-25T12:30Z", 1, "2026-11-26T13:00Z"],
  ["to the beginning of a break: due then", lunch, "2026-11-25T12:00Z", 1, "2026-11-26T12:00Z"],
  ["to a day that opens later", lunch, "2026-11-23T09:30Z", 2, "2026-11-25T11:00Z"],
  ["to a day that closes earlier", lunch, "2026-11-23T16:00Z", 2, "2026-11-25T15:00Z"],
  ["none", paris, "2026-11-23T09:30Z", 0, "2026-11-23T09:30Z"],
  ["none, from a day off", paris, "2026-11-28T12:00Z", 0, "2026-11-30T08:00Z"],
  ["back", paris, "2026-11-30T09:30Z", -5, "2026-11-23T09:30Z"],
  [
    "back from a day off: from the closing of the day before",
    paris,
    "2026-11-28T12:00Z",
    -1,
    "2026-11-26T16:00Z",
  ],
  [
    "around the clock: the same time the next day",
    aroundTheClock,
    "2026-11-27T22:15:30Z",
    1,
    "2026-11-28T22:15:30Z",
  ],
])("working days added: %s", (_, calendar, from, days, expected) => {
  expect(text(addWorkingDays(calendar, at(from), days))).toBe(expected);
});

test.each([
  ["this day", paris, "2026-11-23T09:30Z", 0, "2026-11-23T16:00Z"],
  ["after closing, still this day", paris, "2026-11-23T18:30Z", 0, "2026-11-23T16:00Z"],
  ["on a day off, the next working day", paris, "2026-11-28T12:00Z", 0, "2026-11-30T16:00Z"],
  ["days later", paris, "2026-11-23T09:30Z", 5, "2026-11-30T16:00Z"],
  ["days before", paris, "2026-11-23T09:30Z", -1, "2026-11-20T16:00Z"],
  ["the end of the last of several windows", lunch, "2026-11-23T09:30Z", 1, "2026-11-24T17:00Z"],
  ["of a special day", lunch, "2026-11-23T09:30Z", 2, "2026-11-25T15:00Z"],
  ["24:00 although the next day opens at 00:00", aroundTheClock, "2026-11-23T09:30Z", 1, "2026-11-25T00:00Z"],
  [
    "17:00 although the next day opens at 00:00",
    everyDay("UTC", [["00:00", "17:00"]]),
    "2026-11-23T09:30Z",
    0,
    "2026-11-23T17:00Z",
  ],
])("until the end of the working day: %s", (_, calendar, from, days, expected) => {
  expect(text(addWorkingDays(calendar, at(from), days, { endOfDay: true }))).toBe(expected);
});

test("a date that the zone skipped is no working day, nor one whose only hours were left out", () => {
  const samoa = everyDay("Pacific/Apia", [["09:00", "17:00"]]);
  const dates = ["2011-12-29", "2011-12-30", "2011-12-31"].map((date) => at(date) / 86_400_000);
  expect(dates.map((date) => isWorkingDate(samoa, date))).toEqual([true, false, true]);
  expect(text(addWorkingDays(samoa, at("2011-12-29T20:00Z"), 1))).toBe("2011-12-30T20:00Z");
  const night = everyDay("Europe/Paris", [["02:00", "03:00"]]);
  expect(isWorkingDate(night, at("2026-03-29") / 86_400_000)).toBe(false);
});

test("a time of day that the night left out is the moment after the leap; one that it repeated, the first", () => {
  const wholeDays = everyDay("Europe/Paris", [["00:00", "24:00"]]);
  expect(text(addWorkingDays(wholeDays, at("2026-03-28T01:30Z"), 1))).toBe("2026-03-29T01:00Z");
  expect(text(addWorkingDays(wholeDays, at("2026-10-24T00:30Z"), 1))).toBe("2026-10-25T00:30Z");
});

test("working dates are counted from after the one until the other, in either order", () => {
  const [friday, friday2] = [at("2026-12-18") / 86_400_000, at("2026-12-25") / 86_400_000];
  expect(workingDatesBetween(paris, friday, friday2)).toBe(4);
  expect(workingDatesBetween(paris, friday2, friday)).toBe(-4);
});

test("without working days there is no answer", () => {
  const never = office("UTC", { week: {} });
  const once = office("UTC", { week: {}, specialDays: { "2026-06-01": [["09:00", "10:00"]] } });
  const from = at("2026-01-01T00:00Z");
  expect([0, 1, -1].map((days) => addWorkingDays(never, from, days))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(text(addWorkingDays(once, from, 0))).toBe("2026-06-01T09:00Z");
  expect(addWorkingDays(once, from, 1)).toBeUndefined();
});
