import { day } from "./time-zone.ts";
import type { Window } from "./windows.ts";

/**
 * Stretches of time filed by the days or weeks that they touch, so that those which overlap a stretch are found
 * by name: short ones by day, longer ones by week. Both ends are epoch ms, `until` excluded.
 */
const week = 7 * day;
/** 5 January 1970 was the first Monday. */
const firstMonday = 4 * day;
/** What touches more days than this is filed by week: a month is then six entries and not thirty-one. */
const mostDays = 4;

const touched = ({ from, until }: Window, length: number, origin: number): number[] => {
  const first = Math.floor((from - origin) / length);
  const last = Math.max(first, Math.ceil((until - origin) / length) - 1);
  return Array.from({ length: last - first + 1 }, (_, at) => origin + (first + at) * length);
};

const dayName = (at: number): string => `d${new Date(at).toISOString().slice(0, 10)}`;
const weekName = (at: number): string => `w${new Date(at).toISOString().slice(0, 10)}`;

/** A bucket's name and when it is over (epoch ms). */
export type Bucket = { readonly name: string; readonly until: number };

/** Where a stretch is filed. */
export const bucketsOf = (window: Window): readonly Bucket[] => {
  const days = touched(window, day, 0);
  return days.length <= mostDays
    ? days.map((at) => ({ name: dayName(at), until: at + day }))
    : touched(window, week, firstMonday).map((at) => ({ name: weekName(at), until: at + week }));
};

/** Where all stretches that overlap this one are filed, whatever their length. */
export const bucketsAround = (window: Window): readonly string[] => [
  ...touched(window, day, 0).map(dayName),
  ...touched(window, week, firstMonday).map(weekName),
];
