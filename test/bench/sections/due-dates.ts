import { clockOf } from "../../../shared/targets/clock.ts";
import { PolicyTerms } from "../../../shared/targets/terms.ts";
import type { Timeline } from "../../../shared/targets/timeline.ts";
import { CalendarTerms } from "../../../shared/time/calendar.ts";
import { type Calendar, compileCalendar } from "../../../shared/time/compile-calendar.ts";
import { addWorkingTime, workingTimeBetween } from "../../../shared/time/working-time.ts";
import type { Section } from "../result.ts";
import { median, round } from "../stats.ts";
import { dueByIntlPerDay } from "./due-by-intl-per-day.ts";

const day = 86_400_000;
const hour = 3_600_000;
const start = Date.UTC(2026, 0, 5, 9, 30);
const pauses = 200;
const years = 10;

const windows = [
  ["08:30", "12:00"],
  ["13:00", "17:30"],
];
const termsIn = (timeZone: string): CalendarTerms =>
  CalendarTerms.parse({
    timeZone,
    week: Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((name) => [name, windows])),
    holidays: [
      { monthDay: "01-01" },
      { monthDay: "05-01" },
      { monthDay: "12-25" },
      { monthDay: "12-26" },
      { date: "2030-04-22" },
    ],
  });

/** Every 18 days a pause of a week: 200 of them in ten years. */
const paused = Array.from({ length: pauses }, (_, at) => {
  const from = start + Math.round(((at + 0.5) * years * 365.25 * day) / pauses);
  return { from, to: from + 7 * day + 5 * hour };
});
const timeline: Timeline = [
  { at: start, set: { state: "open" } },
  ...paused.flatMap(({ from, to }) => [
    { at: from, set: { state: "waiting" } },
    { at: to, set: { state: "open" } },
  ]),
];
/** Hours of work until shortly after the last pause. */
const targetHours = 12_900;

const [metric] = PolicyTerms.parse({
  kind: "record",
  metrics: [
    {
      metric: "resolve",
      target: { amount: targetHours, unit: "hours" },
      pauses: [{ state: ["waiting"] }],
      stops: { state: ["done"] },
    },
  ],
}).metrics;

const byClock = (calendar: Calendar): number | undefined =>
  metric && clockOf(metric, timeline, calendar, paused.at(-1)?.to ?? start).dueAt;

const byCalendar = (calendar: Calendar): number | undefined => {
  const rest = paused.reduce((sum, { from, to }) => sum + workingTimeBetween(calendar, from, to), 0);
  return addWorkingTime(calendar, start, targetHours * hour + rest);
};

/** Zones no calendar has asked before in this process, so that nothing is known of them yet. */
const fresh = (): readonly string[] =>
  Intl.supportedValuesOf("timeZone").filter(
    (zone) => /^(Europe|America)/.test(zone) && zone !== "Europe/Paris",
  );

const cpu = (times: number, work: (at: number) => unknown): number => {
  const before = process.cpuUsage();
  for (let at = 0; at < times; at += 1) work(at);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times / 1000;
};

const goalMilliseconds = 1;

/** What a due date costs that lies ten years off and was put off two hundred times. */
export const dueDates = ({ rounds }: { readonly rounds: number }): Section => {
  const terms = termsIn("Europe/Paris");
  const calendar = compileCalendar(terms);
  const naive = (): number => dueByIntlPerDay(terms, start, targetHours * hour, paused);
  const due = byClock(calendar);
  if (due === undefined || due !== byCalendar(calendar) || due !== naive())
    throw new Error("The ways to compute the due date do not agree");
  if (due - start < 9.9 * 365.25 * day) throw new Error("The due date is not ten years off");
  const zones = fresh();
  const perRound = Math.floor(zones.length / (rounds + 1));
  const found = Array.from({ length: rounds }, (_, index) => ({
    clock: cpu(300, () => byClock(calendar)),
    arithmetic: cpu(1000, () => byCalendar(calendar)),
    cold: cpu(perRound, (at) => byClock(compileCalendar(termsIn(zones[index * perRound + at] ?? "")))),
    naive: cpu(2, naive),
  }));
  const of = (name: "clock" | "arithmetic" | "cold" | "naive"): number =>
    median(found.map((each) => each[name]));
  const row = (what: string, name: Parameters<typeof of>[0]) => [
    what,
    round(of(name), 3),
    round(of("naive") / of(name), 0),
  ];
  return {
    title: "Due dates",
    method: `a due date after ${targetHours} working hours (${years} years) with ${pauses} pauses, two windows a day, holidays and summer time; ms of CPU, medians of ${rounds} rounds; all rows give the same instant`,
    columns: ["way", "ms of CPU", "times as fast as Intl per day"],
    rows: [
      row("the clock of a record, computed from its timeline", "clock"),
      row("the calendar's arithmetic in it", "arithmetic"),
      row("the clock in a zone and calendar never asked before", "cold"),
      row("day by day, reading the zone from Intl", "naive"),
    ],
    findings: [
      {
        what: `due date over ${years} years with ${pauses} pauses`,
        value: round(of("clock"), 3),
        unit: "ms",
        goal: { atMost: goalMilliseconds },
      },
      {
        what: "due date against Intl per day",
        value: round(of("naive") / of("clock"), 0),
        unit: "times as fast",
        goal: { atLeast: 10 },
      },
    ],
  };
};
