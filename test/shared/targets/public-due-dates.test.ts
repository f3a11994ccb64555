import { readFileSync } from "node:fs";
import path from "node:path";
import { PolicyTerms } from "../../../shared/targets/terms.ts";
import { type CalendarForm, calendarOf } from "../../business-time/calendar-form.ts";
import { clock } from "./given.ts";

type Case = {
  readonly id: string;
  readonly name: string;
  readonly type: "TTR" | "TTO";
  readonly calendar: CalendarForm;
  readonly target: { readonly number: number; readonly unit: string; readonly end_of_working_day: boolean };
  readonly start: string;
  readonly pauses: readonly { readonly from: string; readonly to: string }[];
  readonly escalation_offset_seconds: number;
  readonly expected_due: string;
  readonly expected_escalation: string;
};

const file = path.resolve("../shared/data/hours/service-level-due-dates.json");
const { cases } = JSON.parse(readFileSync(file, "utf8")) as { readonly cases: readonly Case[] };

const units: Readonly<Record<string, string>> = { minute: "minutes", hour: "hours", day: "working_days" };
const utc = (time: string): number => Date.parse(`${time}Z`);

/** Whole days are working days. */
const pointOf = (seconds: number): object => {
  const days = seconds / 86_400;
  if (Number.isInteger(days))
    return days < 0 ? { minutesBefore: 0, workingDays: -days } : { minutesAfter: 0, workingDays: days };
  return seconds < 0 ? { minutesBefore: -seconds / 60 } : { minutesAfter: seconds / 60 };
};

const metricOf = ({ type, target, escalation_offset_seconds: offset }: Case) =>
  PolicyTerms.parse({
    kind: "job",
    metrics: [
      {
        metric: type === "TTO" ? "respond" : "resolve",
        target: {
          amount: target.number,
          unit: units[target.unit],
          ...(target.end_of_working_day && { endOfDay: true }),
        },
        pauses: type === "TTO" ? [] : [{ state: ["on_hold"] }],
        stops: { state: ["done"] },
        points: [{ id: "point", at: pointOf(offset) }],
      },
    ],
  }).metrics[0];

test.each(cases.map((one) => [one.id, one.name, one] as const))(
  "%s: a clock on a record is due, and its point falls, when they should: %s",
  (_, __, one) => {
    const metric = metricOf(one);
    if (!metric) throw new Error("No metric");
    const happened = [
      [utc(one.start), "open"] as const,
      ...one.pauses.flatMap(({ from, to }) => [[utc(from), "on_hold"] as const, [utc(to), "open"] as const]),
    ];
    const { dueAt, marks } = clock(
      happened,
      utc(one.pauses.at(-1)?.to ?? one.start),
      metric,
      calendarOf(one.calendar).calendar,
    );
    expect(dueAt).toBe(utc(one.expected_due));
    expect(marks[0]?.at).toBe(utc(one.expected_escalation));
  },
);
