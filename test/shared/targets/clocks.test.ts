import { clocksOf, type NamedCalendar, type Policy } from "../../../shared/targets/clocks.ts";
import { PolicyTerms } from "../../../shared/targets/terms.ts";
import type { CalendarTerms } from "../../../shared/time/calendar.ts";
import { compileCalendar } from "../../../shared/time/compile-calendar.ts";
import { at, type Happened, office, said, timelineOf } from "./given.ts";

const named = (terms: CalendarTerms): NamedCalendar => ({
  id: "office",
  name: "Office",
  calendar: compileCalendar(terms),
});

/** Four hours for what is urgent, sixteen for the rest; both rest while on hold. */
const policy = (id: string, where: object, hours: number): Policy => ({
  id,
  name: id,
  version: 1,
  terms: PolicyTerms.parse({
    kind: "job",
    where,
    metrics: [
      {
        metric: "resolve",
        target: { amount: hours, unit: "hours" },
        calendarId: "office",
        pauses: [{ state: ["on_hold"] }],
        stops: { state: ["done"] },
      },
    ],
  }),
});
const policies = [policy("urgent", { priority: [1] }, 4), policy("other", { priority: [2, 3] }, 16)];

const due = (happened: Happened, now: string, priority: number, terms = office) =>
  clocksOf(
    { policies, calendars: new Map([["office", named(terms)]]) },
    timelineOf(happened),
    { priority },
    at(now),
  ).map(({ policy: { id }, dueAt, phase }) => [id, phase, said(dueAt)]);

const begun = [
  ["2T08:00", { state: "open", priority: 2 }],
  ["2T10:00", { state: "on_hold", priority: 2 }],
] as const;

test("a priority that is changed twice within one pause leaves everything as it was", () => {
  const changed = [
    ["2T11:00", { state: "on_hold", priority: 1 }],
    ["2T12:00", { state: "on_hold", priority: 2 }],
  ] as const;
  const resumed = ["2T13:00", { state: "open", priority: 2 }] as const;
  const plain = due([...begun, resumed], "2T14:00", 2);
  expect(due([...begun, ...changed, resumed], "2T14:00", 2)).toEqual(plain);
  expect(plain).toEqual([["other", "running", "2026-03-04T11:00:00.000Z"]]);
});

test("changed once, the other terms count from the beginning, earlier pauses too", () => {
  const resumed = ["2T13:00", { state: "open", priority: 1 }] as const;
  expect(due([...begun, resumed], "2T14:00", 1)).toEqual([["urgent", "running", "2026-03-02T15:00:00.000Z"]]);
  const always = begun.map(([time, { state }]) => [time, { state, priority: 1 }] as const);
  expect(due([...always, resumed], "2T14:00", 1)).toEqual(due([...begun, resumed], "2T14:00", 1));
});

test("a calendar that is edited while a clock runs, or pauses, counts as if it had always been so", () => {
  const resumed = ["2T13:00", { state: "open", priority: 1 }] as const;
  const lunch = { ...office, specialDays: { "2026-03-02": [["09:00", "12:00"] as const] } };
  // Two hours ran from nine to eleven, the pause rests for one until twelve; two are left for the next morning.
  expect(due([...begun, resumed], "2T14:00", 1, lunch)).toEqual([
    ["urgent", "running", "2026-03-03T10:00:00.000Z"],
  ]);
  expect(due(begun, "2T14:00", 1, lunch)).toEqual([["urgent", "paused", undefined]]);
});

test("whoever matches no terms has no clock, and one whose calendar is not known yet has none either", () => {
  expect(due(begun, "2T14:00", 4)).toEqual([]);
  expect(
    clocksOf({ policies, calendars: new Map() }, timelineOf(begun), { priority: 1 }, at("2T14:00")),
  ).toEqual([]);
});
