import type { Day } from "./month.ts";

type Stretch = { readonly from: string; readonly to: string };

/** Where something stands in a day, in percent of its length from midnight on. */
export type Span = { readonly top: number; readonly height: number };

/** The same beside what overlaps it. */
export type Laid<T> = Span & { readonly of: T; readonly lane: number; readonly lanes: number };

/** What is shorter could not be pointed at: a quarter of an hour. */
const leastPercent = (100 * 15) / (24 * 60);

/** The part of a stretch that lies in a day. */
export const spanIn = ({ from, to }: Stretch, day: Day): Span => {
  const [begin, end] = [day.from.getTime(), day.to.getTime()];
  const percent = (at: number): number =>
    (100 * (Math.min(Math.max(at, begin), end) - begin)) / (end - begin);
  const top = Math.min(percent(Date.parse(from)), 100 - leastPercent);
  return { top, height: Math.max(percent(Date.parse(to)) - top, leastPercent) };
};

const bottom = ({ top, height }: Span): number => top + height;

/** Puts one into the first lane that is free at its beginning. */
const withLane = <T>(
  lanes: readonly (readonly (Span & { readonly of: T })[])[],
  one: Span & { readonly of: T },
) => {
  const free = lanes.findIndex((lane) => lane.every((other) => bottom(other) <= one.top));
  return free < 0 ? [...lanes, [one]] : lanes.map((lane, at) => (at === free ? [...lane, one] : lane));
};

const laidOf = <T>(lanes: readonly (readonly (Span & { readonly of: T })[])[]): readonly Laid<T>[] =>
  lanes.flatMap((lane, at) => lane.map((one) => ({ ...one, lane: at, lanes: lanes.length })));

/**
 * What lies in a day, each beside the others that it overlaps: as many lanes as are needed where it is, none
 * where nothing overlaps. The order is that of the beginnings.
 */
export const layOutDay = <T extends Stretch>(all: readonly T[], day: Day): readonly Laid<T>[] => {
  const spans = all
    .map((of) => ({ of, ...spanIn(of, day) }))
    .toSorted((a, b) => a.top - b.top || b.height - a.height);
  const groups: (readonly (readonly (Span & { readonly of: T })[])[])[] = [];
  let end = -1;
  for (const one of spans) {
    if (one.top >= end) groups.push([]);
    groups.push(withLane(groups.pop() ?? [], one));
    end = Math.max(end, bottom(one));
  }
  return groups.flatMap(laidOf).toSorted((a, b) => a.top - b.top || a.lane - b.lane);
};

/** What can be stepped to: a day, and the changes in it from the earliest to the latest. */
export type Steps = readonly (readonly { readonly id: string; readonly top: number }[])[];

const nearest = (day: Steps[number], top: number) =>
  day.toSorted((a, b) => Math.abs(a.top - top) - Math.abs(b.top - top))[0];

const keys: Readonly<Record<string, readonly [days: number, places: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** Where an arrow key leads from a change of a day: to the one before or after, or to the same time of the next day that has one. */
export const stepFrom = (
  steps: Steps,
  at: { readonly day: number; readonly id: string },
  key: string,
): { readonly day: number; readonly id: string } | undefined => {
  const [days, places] = keys[key] ?? [0, 0];
  const here = steps[at.day] ?? [];
  const place = here.findIndex(({ id }) => id === at.id);
  if (place < 0 || (days === 0 && places === 0)) return undefined;
  if (days === 0) {
    const next = here[place + places];
    return next === undefined ? undefined : { day: at.day, id: next.id };
  }
  const top = here[place]?.top ?? 0;
  for (let day = at.day + days; day >= 0 && day < steps.length; day += days) {
    const found = nearest(steps[day] ?? [], top);
    if (found !== undefined) return { day, id: found.id };
  }
  return undefined;
};
