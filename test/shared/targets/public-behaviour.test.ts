import { firstUntold, withTold } from "../../../shared/targets/announced.ts";
import { clocksOf } from "../../../shared/targets/clocks.ts";
import { passedOf } from "../../../shared/targets/passed.ts";
import { PolicyTerms } from "../../../shared/targets/terms.ts";
import { compileCalendar } from "../../../shared/time/compile-calendar.ts";
import { said, timelineOf } from "./given.ts";

/** The cases that `service-level-due-dates.json` tells in words, as agreements and what happened to a record. */
const stops = { state: ["done"] };
const policy = (id: string, terms: object) => ({
  id,
  name: id,
  version: 1,
  terms: PolicyTerms.parse({ kind: "job", ...terms }),
});
const utc = (time: string): number => Date.parse(`${time}Z`);
const before = (minutesBefore: number, actions: readonly object[] = []) => [
  { id: `before${minutesBefore}`, at: { minutesBefore }, actions },
];
const hours = (amount: number) => ({ amount, unit: "hours" });
const iso = (time: string) => `${time}.000Z`;

test("sla10: what is promised to the caller counts from the opening, between teams from when it was attached", () => {
  const metric = (name: string, amount: number, minutes: number, more: object = {}) => ({
    ...{ metric: name, target: hours(amount), stops, points: before(minutes), ...more },
  });
  const starts = { teamId: ["network"] };
  const policies = [
    policy("outer", { metrics: [metric("own", 4, 15), metric("resolve", 12, 30)] }),
    policy("inner", {
      internal: true,
      metrics: [metric("own", 2, 45, { starts }), metric("resolve", 8, 60, { starts })],
    }),
  ];
  const timeline = timelineOf([
    [utc("2034-08-16T12:00:00"), { state: "open" }],
    [utc("2034-08-16T13:00:00"), { state: "open", teamId: "network" }],
  ]);
  const clocks = clocksOf({ policies, calendars: new Map() }, timeline, {}, utc("2034-08-16T13:00:00"));
  expect(clocks.map(({ dueAt, marks }) => [said(dueAt), said(marks[0]?.at)])).toEqual(
    [
      ["2034-08-16T16:00:00", "2034-08-16T15:45:00"],
      ["2034-08-17T00:00:00", "2034-08-16T23:30:00"],
      ["2034-08-16T15:00:00", "2034-08-16T14:15:00"],
      ["2034-08-16T21:00:00", "2034-08-16T20:00:00"],
    ].map((row) => row.map(iso)),
  );
});

const days = ["mon", "tue", "wed", "thu", "fri"];
const office = compileCalendar({
  timeZone: "UTC",
  week: Object.fromEntries(days.map((day) => [day, [["08:00", "20:00"]]])),
  holidays: [],
  specialDays: {},
});
const calendars = new Map([["office", { id: "office", name: "Office", calendar: office }]]);

test("sla11: another urgency brings another agreement, its due time and its point; another record keeps the first", () => {
  const terms = (urgency: number, amount: number) =>
    policy(`urgency ${urgency}`, {
      where: { urgency: [urgency] },
      metrics: [
        { metric: "resolve", target: hours(amount), calendarId: "office", stops, points: before(60) },
      ],
    });
  const policies = [terms(3, 4), terms(1, 2)];
  const timeline = timelineOf([[utc("2034-08-16T13:00:00"), { state: "open" }]]);
  const seen = (urgency: number) =>
    clocksOf({ policies, calendars }, timeline, { urgency }, utc("2034-08-16T13:00:00")).map(
      ({ dueAt, marks }) => [said(dueAt), said(marks[0]?.at)],
    );
  expect(seen(3)).toEqual([["2034-08-16T17:00:00", "2034-08-16T16:00:00"].map(iso)]);
  expect(seen(1)).toEqual([["2034-08-16T15:00:00", "2034-08-16T14:00:00"].map(iso)]);
});

test("sla12: two points before one due time fall in their order, and each is told once", () => {
  const policies = [
    policy("two", {
      metrics: [
        {
          metric: "resolve",
          target: { amount: 120, unit: "minutes" },
          stops,
          points: [...before(60), ...before(30)],
        },
      ],
    }),
  ];
  const timeline = timelineOf([[utc("2025-05-26T10:00:00"), { state: "open" }]]);
  let announced: readonly string[] = [];
  const toldAt = (time: string) => {
    const told: string[] = [];
    const clocks = clocksOf({ policies, calendars: new Map() }, timeline, {}, utc(time));
    for (let one = firstUntold(announced, clocks); one; one = firstUntold(announced, clocks)) {
      announced = withTold(announced, one);
      told.push(`${one.point.point ?? "breach"} ${one.point.passedAt}`);
    }
    expect(passedOf(clocks)).toHaveLength(announced.length);
    return told;
  };
  expect(toldAt("2025-05-26T10:59:00")).toEqual([]);
  expect(toldAt("2025-05-26T11:01:00")).toEqual(["before60 2025-05-26T11:00:00.000Z"]);
  expect(toldAt("2025-05-26T11:31:00")).toEqual(["before30 2025-05-26T11:30:00.000Z"]);
  expect(toldAt("2025-05-26T11:59:00")).toEqual([]);
  expect(toldAt("2025-05-26T12:01:00")).toEqual(["breach 2025-05-26T12:00:00.000Z"]);
});
