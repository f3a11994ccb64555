import type { ProjectionType } from "../../shared/dynamo/projections.ts";
import type { ProblemSnapshot } from "../problem/events-snapshot.ts";

/** What incident management keeps of a problem: what its incidents are to hear. */
export type KnownProblem = Pick<
  ProblemSnapshot,
  | "id"
  | "state"
  | "resolutionCode"
  | "resolution"
  | "resolvedAt"
  | "closedAt"
  | "heldIncidents"
  | "duplicateOf"
  | "communicated"
>;

export const knownProblem = (problem: ProblemSnapshot): KnownProblem => {
  const { id, state, resolutionCode, resolution, resolvedAt, closedAt } = problem;
  const { heldIncidents, duplicateOf, communicated } = problem;
  return {
    id,
    state,
    resolutionCode,
    resolution,
    resolvedAt,
    closedAt,
    heldIncidents,
    duplicateOf,
    communicated,
  };
};

export const problemProjection: ProjectionType<KnownProblem> = { kind: "PROBLEM", memberships: () => [] };
