import type { Random } from "./machine/random.ts";

/** Every kind of trouble and what its place in a run is counted by. */
export const faultPlaces = {
  /** Refused as too much, not done. */
  throttle: "call",
  /** Answered with a 5xx, not done. */
  failure: "call",
  /** Done, and answered with a 5xx. */
  "lost-answer": "call",
  "cut-before": "call",
  "cut-after": "call",
  /** Never answered; not done, or done. */
  "stuck-before": "call",
  "stuck-after": "call",
  /** The function is gone: nothing happened, or it is durable and nobody was told. */
  "crash-before": "call",
  "crash-after": "call",
  /** Another transaction had its hands on one of the items. */
  conflict: "transaction",
  /** Some entries of a PutEvents fail. */
  partial: "publication",
  /** An index, or an eventually consistent read, answers as of a while ago. */
  stale: "read",
  duplicate: "delivery",
  delay: "delivery",
  /** SQS did not hear that messages were done. */
  "lost-delete": "queue batch",
  /** The checkpoint behind a batch was lost. */
  replay: "stream batch",
  /** All idle containers of a function are gone, as after a deployment. */
  "cold-start": "invocation",
  /** The client stops waiting for its answer. */
  "hang-up": "attempt",
  /** The clock jumps. */
  jump: "step",
} as const;
export type FaultKind = keyof typeof faultPlaces;
export type Place = (typeof faultPlaces)[FaultKind];

/** From the `at`-th of its places on, `times` in a row. `amount` is in milliseconds where the kind needs one. */
export type Fault = {
  readonly kind: FaultKind;
  readonly at: number;
  readonly times: number;
  readonly amount: number;
};

/** How many of each place a run with one operation has, about. */
const placesPerOperation: Readonly<Record<Place, number>> = {
  call: 7,
  transaction: 1.7,
  publication: 0.8,
  read: 0.6,
  delivery: 1,
  "queue batch": 0.8,
  "stream batch": 0.8,
  invocation: 2.5,
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
const timesOf = (kind: FaultKind, random: Random): number =>
  kind === "throttle" || kind === "failure" || kind === "conflict" ? random.pick([1, 2, 5, 12]) : 1;

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

/** A plan of faults on its way through a run. */
export type Faults = {
  /** Counts a place and answers what goes wrong there; each is counted as injected by `inject`. */
  readonly at: (place: Place) => readonly Fault[];
  readonly inject: (fault: Fault) => void;
  /** From now on everything works. */
  readonly heal: () => void;
  readonly injected: () => Readonly<Partial<Record<FaultKind, number>>>;
  /** How many of each place there were. */
  readonly places: () => Readonly<Partial<Record<Place, number>>>;
};

export const createFaults = (plan: readonly Fault[]): Faults => {
  const counts: Partial<Record<Place, number>> = {};
  const injected: Partial<Record<FaultKind, number>> = {};
  let isHealed = false;
  return {
    at: (place) => {
      const count = (counts[place] ?? 0) + 1;
      counts[place] = count;
      if (isHealed) return [];
      return plan.filter(
        ({ kind, at, times }) => faultPlaces[kind] === place && at <= count && count < at + times,
      );
    },
    inject: ({ kind }) => {
      injected[kind] = (injected[kind] ?? 0) + 1;
    },
    heal: () => {
      isHealed = true;
    },
    injected: () => injected,
    places: () => counts,
  };
};
