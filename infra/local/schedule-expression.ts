import { type Cron, parseCron, wallTimesAfter } from "./schedule-expression/cron.ts";
import { ScheduleError } from "./schedule-expression/schedule-error.ts";
import { firstMoment, momentOf, wallTime } from "./schedule-expression/time-zone.ts";

type Schedule =
  | { readonly kind: "rate"; readonly everyMs: number }
  | { readonly kind: "cron"; readonly cron: Cron }
  | { readonly kind: "at"; readonly wall: number };

const unitMs: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

const parseRate = (text: string): Schedule => {
  const [, count = "", unit = "", plural = ""] = /^([1-9]\d*) (minute|hour|day)(s?)$/.exec(text) ?? [];
  const inUnits = unitMs[unit];
  if (inUnits === undefined) throw new ScheduleError(`"${text}" is no rate such as "5 minutes"`);
  if ((count === "1") !== (plural === ""))
    throw new ScheduleError("a rate of 1 takes a singular unit, any other a plural one");
  return { kind: "rate", everyMs: Number(count) * inUnits };
};

const parseAt = (text: string): Schedule => {
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text) ? Date.parse(`${text}Z`) : Number.NaN;
  // Date.parse lets 31 February roll over into March.
  if (Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(text))
    throw new ScheduleError(`"${text}" is no time such as 2030-12-31T23:59:00`);
  return { kind: "at", wall };
};

const parse = (expression: string): Schedule => {
  const [, kind, text = ""] = /^(rate|cron|at)\((.*)\)$/.exec(expression) ?? [];
  if (kind === "rate") return parseRate(text);
  if (kind === "at") return parseAt(text);
  if (kind === "cron") return { kind, cron: parseCron(text) };
  throw new ScheduleError(`"${expression}" is neither rate(), cron() nor at()`);
};

const parsed = new Map<string, Schedule>();

const scheduleOf = (expression: string): Schedule => {
  const schedule = parsed.get(expression) ?? parse(expression);
  parsed.set(expression, schedule);
  return schedule;
};

const nextOfCron = (cron: Cron, timeZone: string, afterMs: number): number | undefined => {
  for (const wall of wallTimesAfter(cron, wallTime(afterMs, timeZone))) {
    const moment = firstMoment(wall, timeZone);
    if (moment !== undefined && moment > afterMs) return moment;
  }
  return undefined;
};

/** Why AWS would refuse a schedule expression, or undefined for a good one. */
export const validateSchedule = (expression: string): string | undefined => {
  try {
    scheduleOf(expression);
    return undefined;
  } catch (error) {
    if (error instanceof ScheduleError) return error.message;
    throw error;
  }
};

/**
 * The next time an expression fires, strictly after `afterMs` (epoch milliseconds), or undefined if never
 * again. Rates are counted from the epoch and not from deployment, so that a restart does not move them.
 * Throws a ScheduleError for what `validateSchedule` refuses and for an unknown time zone.
 */
export const nextFire = (expression: string, timeZone: string, afterMs: number): number | undefined => {
  const schedule = scheduleOf(expression);
  if (schedule.kind === "rate") return (Math.floor(afterMs / schedule.everyMs) + 1) * schedule.everyMs;
  if (schedule.kind === "cron") return nextOfCron(schedule.cron, timeZone, afterMs);
  const moment = momentOf(schedule.wall, timeZone);
  return moment > afterMs ? moment : undefined;
};
