import { ScheduleError } from "./schedule-error.ts";

/** Longer than any zone's offset, so that it looks past a change of clocks on both sides. */
const aDay = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  try {
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(timeZone, format);
    return format;
  } catch {
    throw new ScheduleError(`${timeZone} is no time zone of the IANA database`);
  }
};

/** What a wall clock in the zone shows, as if it were UTC (milliseconds). */
export const wallTime = (epochMs: number, timeZone: string): number => {
  if (timeZone === "UTC") return epochMs;
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(epochMs)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((epochMs % 1000) + 1000) % 1000);
};

const offset = (epochMs: number, timeZone: string): number => wallTime(epochMs, timeZone) - epochMs;

/**
 * The first moment at which the wall clock shows this time; undefined for a time that clocks going forward
 * leave out. A time that clocks going back show twice counts once, as EventBridge Scheduler runs it.
 */
export const firstMoment = (wall: number, timeZone: string): number | undefined => {
  if (timeZone === "UTC") return wall;
  const moments = [wall - offset(wall - aDay, timeZone), wall - offset(wall + aDay, timeZone)];
  const shown = moments.filter((epochMs) => wallTime(epochMs, timeZone) === wall);
  return shown.length === 0 ? undefined : Math.min(...shown);
};

/** As `firstMoment`, but a time left out is taken by the clock as it was before the change. */
export const momentOf = (wall: number, timeZone: string): number =>
  firstMoment(wall, timeZone) ?? wall - offset(wall - aDay, timeZone);
