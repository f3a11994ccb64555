import type * as z from "zod";
import type { Condition, PointAction, PolicyTerms } from "../../shared/targets/terms.ts";
import { changeFacts } from "../change/events-facts.ts";
import { incidentFacts } from "../incident/events-facts.ts";
import { problemFacts } from "../problem/events-facts.ts";
import { requestFacts } from "../request/events-facts.ts";

/** What each kind of record tells agreements of itself; of a kind that is not here nothing is known yet. */
const factsOf: Readonly<Record<string, { where: readonly string[]; moves: readonly string[] }>> = {
  incident: incidentFacts,
  problem: problemFacts,
  request: requestFacts,
  change: changeFacts,
};

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

const unknown = (
  condition: Condition,
  known: readonly string[],
  path: readonly (string | number)[],
): Fault[] =>
  Object.keys(condition)
    .filter((name) => !known.includes(name))
    .map((name) => ({ path: [...path, name], message: `Never known here; there are ${known.join(", ")}` }));

/** Conditions on what no record of the kind ever tells would hold for none. */
const unknownFacts = ({ kind, where, metrics }: PolicyTerms): Fault[] => {
  const facts = factsOf[kind];
  if (facts === undefined) return [];
  const ofMetric = ({ starts, pauses, stops }: Metric, at: number) => [
    ...unknown(starts, facts.moves, ["metrics", at, "starts"]),
    ...pauses.flatMap((pause, i) => unknown(pause, facts.moves, ["metrics", at, "pauses", i])),
    ...unknown(stops, facts.moves, ["metrics", at, "stops"]),
  ];
  return [...unknown(where, facts.where, ["where"]), ...metrics.flatMap(ofMetric)];
};

/** A request has no urgency, so that nothing about it could be raised. */
const cannot: Readonly<Record<string, readonly PointAction["do"][]>> = { request: ["raise"] };

const impossible = ({ kind, metrics }: PolicyTerms): Fault[] => {
  const faults = (actions: readonly PointAction[], path: readonly (string | number)[]) =>
    actions.flatMap(({ do: what }, i) =>
      cannot[kind]?.includes(what)
        ? [{ path: [...path, i, "do"], message: "Not possible for this kind" }]
        : [],
    );
  return metrics.flatMap(({ onBreach, points }, at) => [
    ...faults(onBreach, ["metrics", at, "onBreach"]),
    ...points.flatMap(({ actions }, i) => faults(actions, ["metrics", at, "points", i, "actions"])),
  ]);
};

/** Names the places of terms that are well formed and cannot be meant. */
export const refuseSenseless = (terms: PolicyTerms, context: z.RefinementCtx): void => {
  const inMetrics = terms.metrics.flatMap((metric, at) =>
    faultsOf(metric).map(({ path, message }) => ({ path: ["metrics", at, ...path], message })),
  );
  for (const { path, message } of [...inMetrics, ...unknownFacts(terms), ...impossible(terms)])
    context.addIssue({ code: "custom", path: [...path], message });
};
