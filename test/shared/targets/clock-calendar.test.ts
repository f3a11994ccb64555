import { compileCalendar } from "../../../shared/time/compile-calendar.ts";
import { at, clock, inOffice, metric, office, said } from "./given.ts";

const point = (given: object) => ({ id: "p", at: given });
const fall = (happened: Parameters<typeof clock>[0], now: string, given: object, calendar = inOffice) =>
  said(clock(happened, now, metric({ points: [point(given)] }), calendar).marks[0]?.at);

test("working days keep the time of day, or end with the day; a pause adds its working time", () => {
  const days = (endOfDay?: boolean) => metric({ target: { amount: 2, unit: "working_days", endOfDay } });
  const opened = [["5T10:00", "open"]] as const;
  expect(said(clock(opened, "5T11:00", days(), inOffice).dueAt)).toBe(said(at("9T10:00")));
  expect(said(clock(opened, "5T11:00", days(true), inOffice).dueAt)).toBe(said(at("9T16:00")));
  const paused = [...opened, ["6T10:00", "on_hold"], ["6T13:00", "open"]] as const;
  expect(said(clock(paused, "6T14:00", days(), inOffice).dueAt)).toBe(said(at("9T13:00")));
  expect(said(clock(paused, "6T14:00", days(true), inOffice).dueAt)).toBe(said(at("10T11:00")));
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
