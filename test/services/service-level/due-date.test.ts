import { dueDateOf } from "../../../services/service-level/due-date.ts";
import { compileCalendar } from "../../../shared/time/compile-calendar.ts";

const weekdays = [["09:00", "17:00"]] as const;
const desk = compileCalendar({
  timeZone: "Europe/Oslo",
  week: { mon: weekdays, tue: weekdays, wed: weekdays, thu: weekdays, fri: weekdays },
  holidays: [{ monthDay: "12-25", name: "Christmas" }],
  specialDays: { "2026-12-24": [["09:00", "12:00"]] },
});
const at = (text: string) => Date.parse(text);
const hours = (amount: number) => ({ amount, unit: "hours" }) as const;
/** Thursday, an hour before an early closing. */
const start = at("2026-12-24T10:00:00Z");

test("a due date comes with every stretch until it, and why it is closed", () => {
  expect(dueDateOf(desk, { start, target: hours(2), pauses: [] })).toEqual({
    dueAt: "2026-12-28T09:00:00.000Z",
    isComplete: true,
    stretches: [
      { from: "2026-12-24T10:00:00.000Z", until: "2026-12-24T11:00:00.000Z", is: "open" },
      {
        from: "2026-12-24T11:00:00.000Z",
        until: "2026-12-24T23:00:00.000Z",
        is: "closed",
        reason: "special_day",
      },
      {
        from: "2026-12-24T23:00:00.000Z",
        until: "2026-12-25T23:00:00.000Z",
        is: "closed",
        reason: "holiday",
        name: "Christmas",
      },
      {
        from: "2026-12-25T23:00:00.000Z",
        until: "2026-12-27T23:00:00.000Z",
        is: "closed",
        reason: "day_off",
      },
      {
        from: "2026-12-27T23:00:00.000Z",
        until: "2026-12-28T08:00:00.000Z",
        is: "closed",
        reason: "outside_hours",
      },
      { from: "2026-12-28T08:00:00.000Z", until: "2026-12-28T09:00:00.000Z", is: "open" },
    ],
  });
});

test("pauses that overlap or touch count once, in whatever order they are named", () => {
  const pauses = [
    { from: at("2026-12-22T10:30:00Z"), to: at("2026-12-22T11:00:00Z") },
    { from: at("2026-12-22T10:00:00Z"), to: at("2026-12-22T10:45:00Z") },
    { from: at("2026-12-22T11:00:00Z"), to: at("2026-12-22T12:00:00Z") },
  ];
  const asked = { start: at("2026-12-22T09:00:00Z"), target: hours(2) };
  const due = dueDateOf(desk, { ...asked, pauses });
  expect(due).toEqual(dueDateOf(desk, { ...asked, pauses: pauses.toReversed() }));
  expect(due.dueAt).toBe("2026-12-22T13:00:00.000Z");
  expect(due.stretches.map(({ is }) => is)).toEqual(["open", "paused", "open"]);
});

test.each([
  ["before the start", { from: start - 7_200_000, to: start - 3_600_000 }],
  ["of no length", { from: start + 60_000, to: start + 60_000 }],
  ["after it is due", { from: at("2026-12-28T09:00:01Z"), to: at("2026-12-28T10:00:00Z") }],
])("a pause %s changes nothing", (_, pause) => {
  const asked = { start, target: hours(2) };
  expect(dueDateOf(desk, { ...asked, pauses: [pause] })).toEqual(dueDateOf(desk, { ...asked, pauses: [] }));
});

test("a pause from before the start counts from the start on", () => {
  const pauses = [{ from: start - 3_600_000, to: start + 1_800_000 }];
  expect(dueDateOf(desk, { start, target: { amount: 30, unit: "minutes" }, pauses }).dueAt).toBe(
    "2026-12-24T11:00:00.000Z",
  );
});

test("a target that never falls says so, a very long one is told in part", () => {
  const never = compileCalendar({ timeZone: "UTC", week: {}, holidays: [], specialDays: {} });
  expect(dueDateOf(never, { start, target: hours(1), pauses: [] })).toEqual({
    stretches: [],
    isComplete: false,
  });
  const long = dueDateOf(desk, { start, target: { amount: 1000, unit: "working_days" }, pauses: [] });
  expect([long.stretches.length, long.isComplete, long.dueAt !== undefined]).toEqual([500, false, true]);
});

test("until the end of a working day stays so with a pause, as for the clocks of records", () => {
  const pauses = [{ from: at("2026-12-22T10:00:00Z"), to: at("2026-12-22T13:00:00Z") }];
  const target = { amount: 1, unit: "working_days", endOfDay: true } as const;
  const asked = { start: at("2026-12-22T09:00:00Z"), target };
  expect(dueDateOf(desk, { ...asked, pauses: [] }).dueAt).toBe("2026-12-23T16:00:00.000Z");
  expect(dueDateOf(desk, { ...asked, pauses }).dueAt).toBe("2026-12-23T16:00:00.000Z");
});
