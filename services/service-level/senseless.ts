import type * as z from "zod";
import type { PolicyTerms } from "../../shared/targets/terms.ts";

type Metric = PolicyTerms["metrics"][number];
type Fault = { readonly path: readonly (string | number)[]; readonly message: string };

const minutesIn = { minutes: 1, hours: 60 } as const;
const alwaysHolds = (condition: object): boolean => Object.keys(condition).length === 0;

/** A point that long before the due time would fall before the clock starts. */
const tooEarly = ({ target: { amount, unit }, points }: Metric): Fault[] =>
  points.flatMap(({ at }, i) =>
    "minutesBefore" in at && unit !== "working_days" && at.minutesBefore > amount * minutesIn[unit]
      ? [{ path: ["points", i, "at", "minutesBefore"], message: "Longer than the target itself" }]
      : [],
  );

const faultsOf = (metric: Metric): Fault[] => [
  ...(alwaysHolds(metric.stops) ? [{ path: ["stops"], message: "Would be settled at once" }] : []),
  ...metric.pauses.flatMap((condition, i) =>
    alwaysHolds(condition) ? [{ path: ["pauses", i], message: "Would rest for ever" }] : [],
  ),
  ...tooEarly(metric),
];

/** Names the places of metrics that are well formed and cannot be meant. */
export const refuseSenseless = (metrics: readonly Metric[], context: z.RefinementCtx): void => {
  for (const [at, metric] of metrics.entries())
    for (const { path, message } of faultsOf(metric))
      context.addIssue({ code: "custom", path: ["metrics", at, ...path], message });
};
