import { Refusal, type Violation } from "../../../shared/domain/refusal.ts";
import { occurred } from "../../../shared/dynamo/record.ts";
import type { Agreement, AgreementFields } from "../agreement.ts";
import { AgreementChanged } from "../events.ts";
import { upkeepOf } from "./upkeep.ts";

export const agreementUpkeep = upkeepOf<Agreement>((after, changes) => {
  const { id, name, state, kind, where, internal, metrics } = after;
  const agreement = { id, name, retired: state === "retired", kind, where, internal, metrics };
  return occurred(AgreementChanged, { agreement }, changes);
});

/** All that an agreement shall be. */
export const agreementOf = (fields: AgreementFields) => ({ description: undefined, ...fields });

type Metric = AgreementFields["metrics"][number];
const minutesIn = { minutes: 1, hours: 60 } as const;

const alwaysHolds = (condition: object): boolean => Object.keys(condition).length === 0;

/** A point that long before the due time would fall before the clock starts. */
const tooEarly = ({ target: { amount, unit }, points }: Metric, at: string): Violation[] =>
  points.flatMap(({ at: time }, i) =>
    "minutesBefore" in time && unit !== "working_days" && time.minutesBefore > amount * minutesIn[unit]
      ? [{ path: `${at}.points.${i}.at.minutesBefore`, message: "Longer than the target itself" }]
      : [],
  );

const senseless = (metric: Metric, at: string): Violation[] => [
  ...(alwaysHolds(metric.stops) ? [{ path: `${at}.stops`, message: "Would be settled at once" }] : []),
  ...metric.pauses.flatMap((condition, i) =>
    alwaysHolds(condition) ? [{ path: `${at}.pauses.${i}`, message: "Would rest for ever" }] : [],
  ),
  ...tooEarly(metric, at),
];

/** Refuses, naming the field, terms that are well formed and cannot be meant. */
export const refuseSenseless = ({ metrics }: AgreementFields): void => {
  const violations = metrics.flatMap((metric, i) => senseless(metric, `body.metrics.${i}`));
  if (violations.length > 0) throw new Refusal("invalid_input", undefined, violations);
};
