import { type Clock, clockOf } from "../../../shared/targets/clock.ts";
import type { Metric } from "../../../shared/targets/spans.ts";
import { type Facts, PolicyTerms } from "../../../shared/targets/terms.ts";
import { extended, type Timeline } from "../../../shared/targets/timeline.ts";
import type { CalendarTerms } from "../../../shared/time/calendar.ts";
import { aroundTheClock, compileCalendar } from "../../../shared/time/compile-calendar.ts";

export const hour = 3_600_000;
const officeHours = [["09:00", "17:00"]] as const;

/** Monday to Friday, nine to five, in Berlin. */
export const office: CalendarTerms = {
  timeZone: "Europe/Berlin",
  week: { mon: officeHours, tue: officeHours, wed: officeHours, thu: officeHours, fri: officeHours },
  holidays: [],
  specialDays: {},
};
export const inOffice = compileCalendar(office);

/** A metric with its usual meaning where nothing else is said: eight hours, resting while on hold. */
export const metric = (given: Record<string, unknown> = {}): Metric => {
  const usual = {
    metric: "resolve",
    target: { amount: 8, unit: "hours" },
    pauses: [{ state: ["on_hold"] }],
    stops: { state: ["done"] },
  };
  return PolicyTerms.parse({ kind: "job", metrics: [{ ...usual, ...given }] }).metrics[0] as Metric;
};

/** A time of March 2026 as `2T09:00` (UTC), or a whole ISO date and time, in epoch ms. */
export const at = (time: string): number => {
  const [date = "", clock] = time.split("T");
  return Date.parse(`${date.length < 3 ? `2026-03-${date.padStart(2, "0")}` : date}T${clock}Z`);
};

/** What happened, in words: `["2T09:00", "open"]` is a state from then on; `[..., { facts }]` any facts. */
export type Happened = readonly (readonly [time: string | number, facts: string | Facts])[];

export const timelineOf = (happened: Happened): Timeline =>
  happened.reduce<Timeline>(
    (timeline, [time, facts]) =>
      extended(
        timeline,
        typeof time === "number" ? time : at(time),
        typeof facts === "string" ? { state: facts } : facts,
      ),
    [],
  );

/** The clock as it stands at `now`. */
export const clock = (
  happened: Happened,
  now: string | number,
  one: Metric = metric(),
  calendar = aroundTheClock,
): Clock => clockOf(one, timelineOf(happened), calendar, typeof now === "number" ? now : at(now));

/** An instant in words, for comparing; `undefined` where there is none. */
export const said = (instant: number | undefined): string | undefined =>
  instant === undefined ? undefined : new Date(instant).toISOString();
