import * as z from "zod";
import { Candidate } from "./candidate.ts";
import { Cost, costOf } from "./cost.ts";
import { Suspect, suspectsFor } from "./suspects.ts";
import type { ProblemContext } from "./table.ts";

/** A candidate as the API shows it: with what its incidents have cost until now. */
export const SeenCandidate = Candidate.extend({
  cost: Cost.describe("What the incidents it names have cost until now"),
}).meta({ id: "ProblemCandidate" });

/** A candidate with what may have caused it. */
export const ExaminedCandidate = SeenCandidate.extend({
  suspectedChanges: z
    .array(Suspect)
    .describe("Changes done on the CIs, or on what they depend on, shortly before the first incident"),
}).meta({ id: "ExaminedProblemCandidate" });

export const examined = async (candidate: Candidate, context: ProblemContext) => {
  const known = await context.incidents.known(candidate.incidentIds);
  const { likeness, firstOpenedAt } = candidate;
  const shared = likeness.kind === "ci" ? [likeness.ciId] : [];
  const ciIds = [...shared, ...[...known.values()].flatMap((incident) => incident.ciIds)];
  return {
    ...candidate,
    cost: costOf([...known.values()], context.now()),
    suspectedChanges: await suspectsFor(ciIds, firstOpenedAt, context),
  };
};

/** Reads what is known of its incidents: at most 100, by one request. */
export const withCost = async (candidate: Candidate, { incidents, now }: ProblemContext) => {
  const known = await incidents.known(candidate.incidentIds);
  return { ...candidate, cost: costOf([...known.values()], now()) };
};
