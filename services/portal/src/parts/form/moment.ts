/** A moment as it is typed: a day and a time of day, by the clock on the person's wall. */
export type Typed = { readonly day: string; readonly time: string };

const two = (number: number): string => String(number).padStart(2, "0");

/** A moment (ISO 8601) as a day and a time in the person's zone. */
export const typedMoment = (iso: string): Typed => {
  const at = new Date(iso);
  if (iso === "" || Number.isNaN(at.getTime())) return { day: "", time: "" };
  return {
    day: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  };
};

const isMoment = (typed: Typed): boolean => momentOf(typed) !== "";

/** A time on some wall, `2027-01-01T20:00`, as it is typed. */
export const typedWallTime = (value: string): Typed => {
  const [day = "", time = ""] = value.split("T");
  return { day, time };
};

/** The time on the wall that is typed; empty while it is none yet. */
export const wallTimeOf = (typed: Typed): string => (isMoment(typed) ? `${typed.day}T${typed.time}` : "");

/** The moment that is typed (ISO 8601, UTC); empty while it is none yet. */
export const momentOf = ({ day, time }: Typed): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return "";
  const at = new Date(`${day}T${time}:00`);
  // 31 February and 25:00 are no moments; the engine would move the former into March.
  return Number.isNaN(at.getTime()) || at.getDate() !== Number(day.slice(8)) ? "" : at.toISOString();
};
