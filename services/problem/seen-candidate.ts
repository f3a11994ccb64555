import { Candidate } from "./candidate.ts";
import { Cost, costOf } from "./cost.ts";
import type { ProblemContext } from "./table.ts";

/** A candidate as the API shows it: with what its incidents have cost until now. */
export const SeenCandidate = Candidate.extend({
  cost: Cost.describe("What the incidents it names have cost until now"),
}).meta({ id: "ProblemCandidate" });

/** Reads what is known of its incidents: at most 100, by one request. */
export const withCost = async (candidate: Candidate, { incidents, now }: ProblemContext) => {
  const known = await incidents.known(candidate.incidentIds);
  return { ...candidate, cost: costOf([...known.values()], now()) };
};
