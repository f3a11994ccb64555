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
  /** Another transaction had its hands on one of the items, of a transaction or of a single write. */
  conflict: "write",
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
  /** From here on one function after the other gets the present code; before, all of them run an older one. */
  deploy: "invocation",
  /** The scheduler invokes twice: it promises at least once. */
  "double-run": "scheduled run",
  /** Beside a message comes one that nobody can make sense of. */
  poison: "delivery",
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

/** A plan of faults on its way through a run. */
export type Faults = {
  /** Counts a place and answers what goes wrong there; each is counted as injected by `inject`. */
  readonly at: (place: Place) => readonly Fault[];
  /** `of` says at what, where that is worth telling apart. */
  readonly inject: (fault: Fault, of?: string) => void;
  /** Whether some fault of a kind is planned and all has not been healed yet. */
  readonly expects: (kind: FaultKind) => boolean;
  /** From now on everything works. */
  readonly heal: () => void;
  readonly injected: () => Readonly<Record<string, number>>;
  /** How many of each place there were. */
  readonly places: () => Readonly<Partial<Record<Place, number>>>;
};

export const createFaults = (plan: readonly Fault[]): Faults => {
  const counts: Partial<Record<Place, number>> = {};
  const injected: Record<string, number> = {};
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
    inject: ({ kind }, of) => {
      const name = of === undefined ? kind : `${kind} (${of})`;
      injected[name] = (injected[name] ?? 0) + 1;
    },
    expects: (wanted) => !isHealed && plan.some(({ kind }) => kind === wanted),
    heal: () => {
      isHealed = true;
    },
    injected: () => injected,
    places: () => counts,
  };
};
