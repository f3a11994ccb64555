/** Times as people read them, in their own zone and language. */
const whole = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
const hour = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "long" });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto", style: "short" });

const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** The person's time zone. */
export const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** 3 Mar 2026, 14:05 */
export const timeText = (iso: string): string => whole.format(new Date(iso));

/** 3 Mar 2026 */
export const dayText = (iso: string): string => day.format(new Date(iso));

/** 14:05 */
export const hourText = (iso: string): string => hour.format(new Date(iso));

/** With weekday, seconds and zone: for hovering and for screen readers. */
export const exactText = (iso: string): string => exact.format(new Date(iso));

/** How far away: in 5 min, 2 hr ago, yesterday. */
export const distanceText = (iso: string, now: number): string => {
  const distance = Date.parse(iso) - now;
  const [unit, length] = units.find(([, each]) => Math.abs(distance) >= each) ?? ["minute", 60_000];
  return relative.format(Math.round(distance / length), unit);
};

/** A length of time: 1 d 3 h, 4 h 10 min, 25 min. */
export const lengthText = (milliseconds: number): string => {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`;
  return `${rest} min`;
};

const momentOf = (day: string, time: string): string | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const moment = new Date(`${day}T${time}`);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
};

/** The beginning of a day, `2026-03-31`, in the person's zone; undefined while it is no day yet. */
export const startOfDay = (day: string): string | undefined => momentOf(day, "00:00:00");

/** The end of a day in the person's zone; undefined while it is no day yet. */
export const endOfDay = (day: string): string | undefined => momentOf(day, "23:59:59");

const two = (number: number): string => String(number).padStart(2, "0");

/** The day of an instant in the person's zone, `2026-03-31`. */
export const dayOf = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
