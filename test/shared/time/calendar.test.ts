import { CalendarTerms } from "../../../shared/time/calendar.ts";

const terms = (change: object): object => ({ timeZone: "Europe/Paris", week: {}, ...change });
const problems = (change: object): readonly string[] =>
  CalendarTerms.safeParse(terms(change)).error?.issues.map(({ path }) => path.join(".")) ?? [];

test("a calendar needs a zone and a week only; nothing else is assumed", () => {
  expect(CalendarTerms.parse(terms({}))).toEqual({
    timeZone: "Europe/Paris",
    week: {},
    holidays: [],
    specialDays: {},
  });
});

test.each([
  [
    "several windows a day, also adjoining ones, until midnight",
    {
      week: {
        mon: [
          ["00:00", "12:00"],
          ["12:00", "24:00"],
        ],
      },
    },
  ],
  ["a yearly holiday on the 29th of February", { holidays: [{ monthDay: "02-29", name: "Leap day" }] }],
  ["the same holiday twice", { holidays: [{ date: "2026-12-25" }, { monthDay: "12-25" }] }],
  ["a special day that is closed", { specialDays: { "2026-12-24": [] } }],
  ["a zone by an older name", { timeZone: "Asia/Calcutta" }],
  ["UTC", { timeZone: "UTC" }],
])("accepted: %s", (_, change) => {
  expect(problems(change)).toEqual([]);
});

test.each([
  ["an unknown zone", { timeZone: "Europe/Atlantis" }, "timeZone"],
  ["an offset as zone", { timeZone: "+02:00" }, "timeZone"],
  ["a window that ends before it begins", { week: { mon: [["22:00", "06:00"]] } }, "week.mon.0"],
  ["an empty window", { week: { mon: [["09:00", "09:00"]] } }, "week.mon.0"],
  ["a window that begins at 24:00", { week: { mon: [["24:00", "24:00"]] } }, "week.mon.0.0"],
  [
    "windows that overlap",
    {
      week: {
        tue: [
          ["09:00", "12:00"],
          ["11:59", "13:00"],
        ],
      },
    },
    "week.tue",
  ],
  [
    "windows out of order",
    {
      week: {
        tue: [
          ["13:00", "14:00"],
          ["09:00", "12:00"],
        ],
      },
    },
    "week.tue",
  ],
  ["an unknown day", { week: { monday: [] } }, "week"],
  ["a date that does not exist", { holidays: [{ date: "2026-02-29" }] }, "holidays.0.date"],
  ["a month's day that never exists", { holidays: [{ monthDay: "04-31" }] }, "holidays.0.monthDay"],
  ["a special day that does not exist", { specialDays: { "2026-13-01": [] } }, "specialDays.2026-13-01"],
  ["a time without leading zero", { week: { mon: [["9:00", "12:00"]] } }, "week.mon.0.0"],
])("refused, and the place is named: %s", (_, change, place) => {
  expect(problems(change)).toContain(place);
});
