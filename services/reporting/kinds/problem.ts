import { picking } from "../../../shared/domain/picking.ts";
import type { Count, Fact, MeasuredKind } from "../../../shared/dynamo/measured.ts";
import type { ProblemSnapshot } from "../../problem/events-snapshot.ts";
import { durationSums } from "./durations.ts";
import { dimensionsOf } from "./names.ts";

const fieldsOf = picking<ProblemSnapshot>()(
  "state",
  "title",
  "priority",
  "category",
  "serviceId",
  "teamId",
  "assigneeId",
  "openedAt",
  "resolvedAt",
  "closedAt",
);

/** What reporting keeps of a problem. */
export type KnownProblem = ReturnType<typeof fieldsOf> & { readonly knownErrorAt?: string | undefined };

export const knownProblem = (problem: ProblemSnapshot): KnownProblem => ({
  ...fieldsOf(problem),
  knownErrorAt: problem.knownError?.publishedAt,
});

/** Closed without a fix (risk accepted, duplicate, cancelled) is dropped: its cause is still there. */
const endOf = (
  { resolvedAt, closedAt, openedAt }: KnownProblem,
  where: Pick<Count, "level" | "by">,
): Count[] => {
  if (resolvedAt !== undefined)
    return [{ figure: "resolved", at: resolvedAt, sums: durationSums(openedAt, resolvedAt), ...where }];
  return closedAt === undefined ? [] : [{ figure: "dropped", at: closedAt, ...where }];
};

/** What a problem counts in; a known error is published from when its present edition was. */
export const problemCounts = (_id: string, { known }: Fact<KnownProblem>): readonly Count[] => {
  const { state, priority, teamId, serviceId, category, openedAt, knownErrorAt } = known;
  const by = dimensionsOf({ team: teamId, service: serviceId, category });
  const where = { level: String(priority), by };
  const isDone = state === "resolved" || state === "closed";
  return [
    { figure: "opened", at: openedAt, ...where },
    ...(isDone ? endOf(known, where) : [{ figure: "open", at: openedAt, isStock: true, ...where }]),
    ...(knownErrorAt === undefined ? [] : [{ figure: "known_error", at: knownErrorAt, ...where }]),
  ];
};

export const problemKind: MeasuredKind<KnownProblem> = { kind: "problem", edition: 1, counts: problemCounts };
