import type { ProjectionType } from "../../shared/dynamo/projections.ts";
import type { ProblemSnapshot } from "../problem/events-snapshot.ts";
import { CiId } from "./ci.ts";

/** What configuration management keeps of a problem. */
export type KnownProblem = Pick<ProblemSnapshot, "id" | "state" | "title" | "priority" | "openedAt"> & {
  readonly hasWorkaround: boolean;
  /** The CIs it names, its service and those of its root cause among them; other ids lead nowhere here. */
  readonly ciIds: readonly string[];
};

export const knownProblem = (problem: ProblemSnapshot): KnownProblem => {
  const { id, state, title, priority, openedAt, serviceId, rootCause, workaround } = problem;
  const named = [
    ...problem.ciIds,
    ...(rootCause?.ciIds ?? []),
    ...(serviceId === undefined ? [] : [serviceId]),
  ];
  const ciIds = [...new Set(named)].filter((each) => CiId.safeParse(each).success).toSorted();
  return { id, state, title, priority, openedAt, hasWorkaround: workaround !== undefined, ciIds };
};

const isOpen = ({ state }: KnownProblem): boolean => state !== "resolved" && state !== "closed";

/** The group in which an open problem stands for each CI it names. */
export const problemsOfCi = (ciId: string): string => ciId;

export const problemProjection: ProjectionType<KnownProblem> = {
  kind: "PROBLEM",
  memberships: (problem) =>
    isOpen(problem)
      ? problem.ciIds.map((ciId) => ({ group: problemsOfCi(ciId), order: problem.openedAt }))
      : [],
};
