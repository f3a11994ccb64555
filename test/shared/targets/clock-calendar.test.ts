import { compileCalendar } from "../../../shared/time/compile-calendar.ts";
import { at, clock, hour, inOffice, metric, office, said } from "./given.ts";

const point = (given: object) => ({ id: "p", at: given });
const fall = (
  happened: Parameters<typeof clock>[0],
  now: string,
  given: object,
  calendar = inOffice,
  target: object = { amount: 8, unit: "hours" },
) => said(clock(happened, now, metric({ target, points: [point(given)] }), calendar).marks[0]?.at);

test("working days keep the time of day, or end with the day; a pause adds its working time, and the end of a day stays one", () => {
  const days = (endOfDay?: boolean) => metric({ target: { amount: 2, unit: "working_days", endOfDay } });
  const opened = [["5T10:00", "open"]] as const;
  expect(said(clock(opened, "5T11:00", days(), inOffice).dueAt)).toBe(said(at("9T10:00")));
  expect(said(clock(opened, "5T11:00", days(true), inOffice).dueAt)).toBe(said(at("9T16:00")));
  const paused = [...opened, ["6T10:00", "on_hold"], ["6T13:00", "open"]] as const;
  expect(said(clock(paused, "6T14:00", days(), inOffice).dueAt)).toBe(said(at("9T13:00")));
  expect(said(clock(paused, "6T14:00", days(true), inOffice).dueAt)).toBe(said(at("9T16:00")));
  const longer = [...opened, ["6T10:00", "on_hold"], ["9T12:00", "open"]] as const;
  expect(said(clock(longer, "9T13:00", days(true), inOffice).dueAt)).toBe(said(at("10T16:00")));
});

const tomorrow = metric({
  target: { amount: 1, unit: "working_days", endOfDay: true },
  points: [
    { id: "half", at: { percent: 50 } },
    { id: "early", at: { minutesBefore: 0, workingDays: 1 } },
  ],
});

test("a pause late on the last day does not run out the day: who goes on has until the end of that one", () => {
  const held = [
    ["2T10:00", "open"],
    ["3T15:00", "on_hold"],
    ["4T09:00", "open"],
  ] as const;
  const resumed = clock(held, "4T10:00", tomorrow, inOffice);
  expect([resumed.isBreached, said(resumed.dueAt)]).toEqual([false, said(at("4T16:00"))]);
  const again = [...held, ["4T15:30", "on_hold"], ["5T08:30", "open"]] as const;
  expect(said(clock(again, "5T09:00", tomorrow, inOffice).dueAt)).toBe(said(at("5T16:00")));
});

test("until the end of a day a pause leaves less time, and what is said of the clock says so", () => {
  const opened = [["2T10:00", "open"]] as const;
  const held = [...opened, ["2T12:00", "on_hold"], ["2T15:00", "open"]] as const;
  const seen = (happened: Parameters<typeof clock>[0]) => {
    const { targetMs, elapsedMs, marks } = clock(happened, "2T16:00", tomorrow, inOffice);
    return [targetMs / hour, elapsedMs / hour, said(marks[0]?.at)];
  };
  expect(seen(opened)).toEqual([14, 6, said(at("3T09:00"))]);
  expect(seen(held)).toEqual([11, 3, said(at("3T10:30"))]);
});

test("points in working days keep the time of day of the due time, or end with the day as it does", () => {
  const days = (target: object, given: object) =>
    fall([["2T10:00", "open"]], "2T10:00", given, inOffice, target);
  const week = { amount: 5, unit: "working_days" };
  const before = (workingDays: number, minutesBefore = 0) => ({ minutesBefore, workingDays });
  expect(days(week, before(2))).toBe(said(at("5T10:00")));
  expect(days(week, before(2, 90))).toBe(said(at("5T08:30")));
  expect(days(week, { minutesAfter: 0, workingDays: 1 })).toBe(said(at("10T10:00")));
  expect(days({ ...week, endOfDay: true }, before(2))).toBe(said(at("5T16:00")));
  expect(days({ amount: 8, unit: "hours" }, before(9))).toBe(said(at("2T10:00")));
});

test("days stay days: a pause by night does not turn the opening into the closing before", () => {
  const days = metric({ target: { amount: 1, unit: "working_days" } });
  const happened = [["2T08:00", "open"]] as const;
  const paused = [...happened, ["2T20:00", "on_hold"], ["2T22:00", "open"]] as const;
  const due = said(clock(happened, "2T09:00", days, inOffice).dueAt);
  expect(due).toBe(said(at("3T08:00")));
  expect(said(clock(paused, "2T23:00", days, inOffice).dueAt)).toBe(due);
});

test.each([
  [{ percent: 0 }, "2T08:00"],
  [{ percent: 50 }, "2T12:00"],
  [{ percent: 100 }, "2T16:00"],
  [{ percent: 150 }, "3T12:00"],
  [{ minutesBefore: 30 }, "2T15:30"],
  [{ minutesBefore: 0 }, "2T16:00"],
  [{ minutesBefore: 9999 }, "2T08:00"],
  [{ minutesAfter: 30 }, "3T08:30"],
])("the point %j falls by the clock's own time", (given, time) => {
  expect(fall([["2T08:00", "open"]], "2T09:00", given)).toBe(said(at(time)));
});

test("points move with pauses, but one that has fallen does not come again", () => {
  const happened = [
    ["2T08:00", "open"],
    ["2T13:00", "on_hold"],
    ["2T15:00", "open"],
  ] as const;
  expect(fall(happened, "2T15:30", { percent: 50 })).toBe(said(at("2T12:00")));
  expect(fall(happened, "2T15:30", { percent: 75 })).toBe(said(at("2T16:00")));
  expect(fall(happened, "2T15:30", { percent: 100 })).toBe(said(at("3T10:00")));
});

test("an edited calendar counts from the beginning, also for a clock that runs", () => {
  const shorter = compileCalendar({ ...office, specialDays: { "2026-03-02": [["09:00", "12:00"]] } });
  const happened = [["2T08:00", "open"]] as const;
  expect(said(clock(happened, "2T14:00", metric(), inOffice).dueAt)).toBe(said(at("2T16:00")));
  expect(said(clock(happened, "2T14:00", metric(), shorter).dueAt)).toBe(said(at("3T13:00")));
});

test("overlapping holidays close a day once", () => {
  const day = { date: "2026-03-03" };
  const once = compileCalendar({ ...office, holidays: [day] });
  const thrice = compileCalendar({ ...office, holidays: [day, day, { monthDay: "03-03" }] });
  const due = (calendar: typeof once) => clock([["2T12:00", "open"]], "2T13:00", metric(), calendar).dueAt;
  expect(said(due(once))).toBe(said(at("4T12:00")));
  expect(due(thrice)).toBe(due(once));
});

test("on a calendar that never opens nothing is ever due", () => {
  const never = compileCalendar({ ...office, week: {} });
  for (const unit of ["minutes", "working_days"]) {
    const one = metric({ target: { amount: 1, unit }, points: [point({ percent: 0 })] });
    const { dueAt, isBreached, elapsedMs } = clock([["2T09:00", "open"]], "2030-01-01T00:00", one, never);
    expect([dueAt, isBreached, elapsedMs]).toEqual([undefined, false, 0]);
  }
});
