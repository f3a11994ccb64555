import { compileCalendar } from "../../../shared/time/compile-calendar.ts";
import { at, clock, hour, inOffice, metric, office, said } from "./given.ts";

const point = (given: object) => ({ id: "p", at: given });
const fall = (happened: Parameters<typeof clock>[0], now: string, given: object, calendar = inOffice) =>
  said(clock(happened, now, metric({ points: [point(given)] }), calendar).marks[0]?.at);

test("a clock runs from the first moment and is due when the target is used up", () => {
  const { phase, elapsedMs, dueAt, isBreached } = clock([["2T09:00", "open"]], "2T12:00");
  expect([phase, elapsedMs, dueAt, isBreached]).toEqual(["running", 3 * hour, at("2T17:00"), false]);
});

test("it is in time to the millisecond, and late one later", () => {
  const settled = (ms: number) =>
    clock(
      [
        ["2T09:00", "open"],
        [at("2T17:00") + ms, "done"],
      ],
      "9T00:00",
    ).isBreached;
  expect([settled(-1), settled(0), settled(1)]).toEqual([false, false, true]);
});

test("time that ends with the working day is due at closing, and late in the night after", () => {
  const settled = (time: string) =>
    clock(
      [
        ["2T08:00", "open"],
        [time, "done"],
      ],
      "9T00:00",
      metric(),
      inOffice,
    );
  expect(said(settled("2T15:00").dueAt)).toBe(said(at("2T16:00")));
  expect([settled("2T16:00").isBreached, settled("3T07:59").isBreached]).toEqual([false, true]);
});

test("a pause moves the due time by its working time; while it lasts there is none", () => {
  const paused = clock(
    [
      ["2T09:00", "open"],
      ["2T10:00", "on_hold"],
    ],
    "20T00:00",
  );
  expect([paused.phase, paused.dueAt, paused.elapsedMs]).toEqual(["paused", undefined, hour]);
  const resumed = clock(
    [
      ["2T09:00", "open"],
      ["2T10:00", "on_hold"],
      ["2T12:00", "open"],
    ],
    "2T13:00",
  );
  expect(said(resumed.dueAt)).toBe(said(at("2T19:00")));
});

test("nothing is breached while paused, however long", () => {
  const happened = [
    ["2T09:00", "open"],
    ["2T10:00", "on_hold"],
  ] as const;
  expect(clock(happened, "2027-03-02T00:00").isBreached).toBe(false);
  expect(clock([...happened, ["30T00:00", "done"]], "30T01:00").isBreached).toBe(false);
});

test("what was late before the pause stays late in it", () => {
  const { isBreached, dueAt, phase } = clock(
    [
      ["2T09:00", "open"],
      ["2T18:00", "on_hold"],
    ],
    "9T00:00",
  );
  expect([isBreached, phase, said(dueAt)]).toEqual([true, "paused", said(at("2T17:00"))]);
});

test("a pause at the very due time rests with nothing left, and one millisecond more is late", () => {
  const held = [
    ["2T09:00", "open"],
    ["2T17:00", "on_hold"],
  ] as const;
  expect(clock(held, "5T00:00").isBreached).toBe(false);
  expect(clock([...held, ["5T10:00", "open"], [at("5T10:00"), "done"]], "5T11:00").isBreached).toBe(false);
  expect(clock([...held, ["5T10:00", "open"], [at("5T10:00") + 1, "done"]], "5T11:00").isBreached).toBe(true);
});

test.each([
  ["spring", "2026-03-28T21:00", "2026-03-28T22:00", "2026-03-29T03:00", "2026-04-05T02:00:00.000Z"],
  ["autumn", "2026-10-24T20:00", "2026-10-24T21:00", "2026-10-25T04:00", "2026-11-01T03:00:00.000Z"],
])("a pause over the night when the clocks change counts the hours there really were: %s", (...row) => {
  const [, opened, held, resumed, due] = row;
  const nights = compileCalendar({
    ...office,
    week: { sat: [["22:00", "24:00"]], sun: [["00:00", "06:00"]] },
  });
  const happened = [
    [opened, "open"],
    [held, "on_hold"],
    [resumed, "open"],
  ] as const;
  // By the wall in both: from 22:00, paused 23:00 to 05:00, one hour more, and six in the next such night.
  expect(said(clock(happened, resumed, metric(), nights).dueAt)).toBe(due);
});

test("a target of nothing is due at once", () => {
  const now = metric({ target: { amount: 0, unit: "minutes" } });
  expect(said(clock([["2T09:00", "open"]], "2T09:00", now).dueAt)).toBe(said(at("2T09:00")));
  expect(clock([["2T09:00", "open"]], "2T09:00", now).isBreached).toBe(false);
  expect(clock([["2T09:00", "open"]], at("2T09:00") + 1, now).isBreached).toBe(true);
  expect(clock([["2T09:00", "done"]], "9T09:00", now).isBreached).toBe(false);
});

test("who comes back to work goes on: the time between does not count", () => {
  const { phase, elapsedMs, dueAt } = clock(
    [
      ["2T09:00", "open"],
      ["2T12:00", "done"],
      ["4T09:00", "open"],
    ],
    "4T10:00",
  );
  expect([phase, elapsedMs, said(dueAt)]).toEqual(["running", 4 * hour, said(at("4T14:00"))]);
});

test("the due time of a settled clock is the one it was held against, however long ago", () => {
  const settled = (happened: Parameters<typeof clock>[0]) =>
    said(clock(happened, "30T00:00", metric({ stops: { state: ["done", "gone"] } })).dueAt);
  const happened = [
    ["2T09:00", "open"],
    ["2T10:00", "on_hold"],
    ["2T12:00", "done"],
  ] as const;
  expect(settled(happened)).toBe(said(at("2T19:00")));
  expect(settled([...happened, ["9T09:00", "gone"]])).toBe(settled(happened));
});

test("where the terms say so a clock begins anew when what stopped it no longer holds, or stays settled", () => {
  const happened = [
    ["2T09:00", "open"],
    ["2T12:00", "done"],
    ["4T09:00", "open"],
  ] as const;
  const anew = clock(happened, "4T10:00", metric({ again: "restart" }));
  expect([anew.course.run, anew.elapsedMs, said(anew.dueAt)]).toEqual([1, hour, said(at("4T17:00"))]);
  const stays = clock(happened, "9T10:00", metric({ again: "stay" }));
  expect([stays.phase, said(stays.stoppedAt), stays.isBreached]).toEqual([
    "stopped",
    said(at("2T12:00")),
    false,
  ]);
});

test("a clock waits for what starts it, and stopping before that settles nothing", () => {
  const later = metric({ starts: { team: ["network"] } });
  const happened = [
    ["2T09:00", { state: "open" }],
    ["2T11:00", { state: "open", team: "network" }],
  ] as const;
  expect(clock(happened.slice(0, 1), "9T00:00", later)).toMatchObject({
    phase: "waiting",
    isBreached: false,
    marks: [],
  });
  expect(said(clock(happened, "2T12:00", later).dueAt)).toBe(said(at("2T19:00")));
});

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
