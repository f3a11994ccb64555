import { type Fault, type FaultKind, faultPlaces, type Place } from "./faults.ts";
import type { Random } from "./machine/random.ts";

/** How many of each place a run with one operation has, about. */
const placesPerOperation: Readonly<Record<Place, number>> = {
  call: 7,
  write: 1.8,
  publication: 0.8,
  read: 0.6,
  delivery: 1,
  "queue batch": 0.8,
  "stream batch": 0.8,
  invocation: 2.5,
  "scheduled run": 0.3,
  attempt: 1.1,
  step: 13,
};

const minute = 60_000;
const day = 24 * 60 * minute;

const amountOf = (kind: FaultKind, random: Random): number => {
  if (kind === "stale") return random.pick([50, 300, 1000, 3000]);
  if (kind === "delay") return random.pick([500, 5000, minute, 10 * minute]);
  if (kind !== "jump") return 0;
  return random.weighted([
    [2, -random.between(1, minute)],
    [3, random.between(1, 10) * minute],
    [2, random.between(1, 12) * 60 * minute],
    [2, random.between(1, 6) * day],
  ]);
};

/** In a row as often as the SDK tries, and more, so that trying again is not always enough. */
const refusals: readonly FaultKind[] = ["throttle", "failure", "conflict"];
/** What comes again or late does so for a while: one message alone often is one whose effect does not matter. */
const disorder: readonly FaultKind[] = ["duplicate", "delay", "lost-delete", "replay", "partial"];

const timesOf = (kind: FaultKind, random: Random): number => {
  if (refusals.includes(kind)) return random.pick([1, 2, 5, 12]);
  return disorder.includes(kind) ? random.pick([1, 2, 4, 8]) : 1;
};

/** Faults of some of the kinds: a run in which everything goes wrong at once hides what one kind does alone. */
export const drawFaults = (random: Random, operations: number): readonly Fault[] =>
  (Object.keys(faultPlaces) as FaultKind[])
    .filter(() => random.chance(0.5))
    .flatMap((kind) => {
      const places = Math.ceil(placesPerOperation[faultPlaces[kind]] * operations);
      return Array.from({ length: random.between(1, 4) }, () => ({
        kind,
        at: random.between(1, places),
        times: timesOf(kind, random),
        amount: amountOf(kind, random),
      }));
    });
