import type { Calendar, OpenTimes } from "./compile-calendar.ts";
import { chunk } from "./time-zone.ts";

/** How far a search goes: a calendar that has not opened for a hundred years will not. */
const horizon = Math.ceil((100 * 366) / 28);

const indexOf = (instant: number): number => Math.floor(instant / chunk);

/** How many of the sorted numbers are smaller (or, if asked, equal). */
const countBelow = (sorted: readonly number[], value: number, orEqual = false): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = sorted[middle] as number;
    if (at < value || (orEqual && at === value)) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Open time of a chunk before an instant. */
const elapsed = ({ starts, ends, before }: OpenTimes, instant: number): number => {
  const at = countBelow(starts, instant) - 1;
  return at < 0 ? 0 : (before[at] as number) + Math.min(instant, ends[at] as number) - (starts[at] as number);
};

/**
 * Open time in ms from one instant to another; negative when they come in the other order. Additive over any
 * split: what lies between is summed, never estimated.
 */
export const workingTimeBetween = (calendar: Calendar, from: number, to: number): number => {
  if (to < from) return 0 - workingTimeBetween(calendar, to, from);
  const [first, last] = [indexOf(from), indexOf(to)];
  let sum = elapsed(calendar.openTimes(last), to) - elapsed(calendar.openTimes(first), from);
  for (let index = first; index < last; index += 1) sum += calendar.openTimes(index).total;
  return sum;
};

type Search = (times: OpenTimes) => number | undefined;

/** The first answer of the chunks after (or before) an instant; none where nothing opens any more. */
const search = (calendar: Calendar, from: number, direction: 1 | -1, find: Search): number | undefined => {
  const [earliest, latest] = calendar.bounds;
  // An instant at the edge of a chunk belongs to the stretch that ends there as well.
  let index = direction > 0 ? indexOf(from - 1) : indexOf(from);
  index = direction > 0 ? Math.max(index, indexOf(earliest)) : Math.min(index, indexOf(latest));
  for (let steps = 0; steps <= horizon; steps += 1, index += direction) {
    if (direction > 0 ? index * chunk > latest : (index + 1) * chunk < earliest) return undefined;
    const found = find(calendar.openTimes(index));
    if (found !== undefined) return found;
  }
  return undefined;
};

const forward = (calendar: Calendar, from: number, ms: number): number | undefined => {
  let left = ms;
  return search(calendar, from, 1, (times) => {
    const { starts, ends, before, total } = times;
    if (left === 0) {
      const at = countBelow(ends, from);
      return at < ends.length ? Math.max(from, starts[at] as number) : undefined;
    }
    const goal = elapsed(times, from) + left;
    if (goal > total) {
      left = goal - total;
      return undefined;
    }
    const at = countBelow(before, goal) - 1;
    return (starts[at] as number) + goal - (before[at] as number);
  });
};

const backward = (calendar: Calendar, from: number, ms: number): number | undefined => {
  let left = ms;
  return search(calendar, from, -1, (times) => {
    const { starts, before } = times;
    const goal = elapsed(times, from) - left;
    if (goal < 0) {
      left = -goal;
      return undefined;
    }
    const at = countBelow(before, goal, true) - 1;
    return (starts[at] as number) + goal - (before[at] as number);
  });
};

/**
 * The instant at which `ms` of open time have passed since `from`: the earliest such, so time that runs out
 * with the day is due at closing, not at the next opening. Zero leads to the next opening unless it is open
 * (or closes just then). Negative `ms` count back, to the latest such instant. Adding a and then b is adding
 * a + b. `undefined` if the calendar does not open that long within a hundred years.
 */
export const addWorkingTime = (calendar: Calendar, from: number, ms: number): number | undefined =>
  ms < 0 ? backward(calendar, from, -ms) : forward(calendar, from, ms);

/** The last instant, not after `from`, until which it was open: `from` itself if so; `undefined` if never. */
export const lastOpen = (calendar: Calendar, from: number): number | undefined => {
  const within = backward(calendar, from, 1);
  return within === undefined ? undefined : within + 1;
};

/** Whether it is open: at the opening time yes, at the closing time no. */
export const isOpen = (calendar: Calendar, instant: number): boolean => {
  const { starts, ends } = calendar.openTimes(indexOf(instant));
  const at = countBelow(starts, instant, true) - 1;
  return at >= 0 && instant < (ends[at] as number);
};

/** The first instant, not before `from`, at which it is open: `from` itself if it is; `undefined` if never. */
export const nextOpening = (calendar: Calendar, from: number): number | undefined =>
  search(calendar, from, 1, ({ starts, ends }) => {
    const at = countBelow(ends, from, true);
    return at < ends.length ? Math.max(from, starts[at] as number) : undefined;
  });
