import type { Facts, FactValue } from "./terms.ts";

/** From `at` (epoch ms) on these facts are so; `null`: from then on unknown. */
type Moment = { readonly at: number; readonly set: Readonly<Record<string, FactValue | null>> };

/**
 * When the facts that clocks look at changed, oldest first: all that clocks need to know of a record's history,
 * small enough to live on the record. Never shortened or corrected; only ever extended.
 */
export type Timeline = readonly Moment[];

/** All facts as they were from `at` on. */
export type Situation = { readonly at: number; readonly facts: Facts };

/** The situations of a timeline in their order. */
export const situationsOf = (timeline: Timeline): readonly Situation[] => {
  const situations: Situation[] = [];
  let facts: Facts = {};
  for (const { at, set } of timeline) {
    const known = Object.entries({ ...facts, ...set }).filter(([, value]) => value !== null);
    facts = Object.fromEntries(known) as Facts;
    situations.push({ at, facts });
  }
  return situations;
};

const changesTo = (before: Facts, now: Facts): Moment["set"] =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(now)])]
      .filter((fact) => before[fact] !== now[fact])
      .map((fact) => [fact, now[fact] ?? null]),
  );

/**
 * The timeline when the facts are so from `at` (epoch ms) on; the same value where nothing changed. Clocks of
 * machines differ: a moment that seems to lie before the last one is taken to be at the last one.
 */
export const extended = (timeline: Timeline, at: number, facts: Facts): Timeline => {
  const last = timeline.at(-1);
  const set = changesTo(situationsOf(timeline).at(-1)?.facts ?? {}, facts);
  if (last === undefined) return [{ at, set }];
  if (Object.keys(set).length === 0) return timeline;
  if (at > last.at) return [...timeline, { at, set }];
  return [...timeline.slice(0, -1), { at: last.at, set: { ...last.set, ...set } }];
};
