import type { Projections, ProjectionType } from "../dynamo/projections.ts";
import type { Approval } from "./approval.ts";
import type { Delegation } from "./delegation.ts";

/** What is known of an absence by its events: read as written, so that a question asked a moment later knows of it. */
export type KnownAbsence = Delegation & { readonly state: "active" | "ended" };

export const absenceProjection: ProjectionType<KnownAbsence> = {
  kind: "ABSENCE",
  memberships: ({ state, personId, until }) =>
    state === "active" ? [{ group: personId, order: until }] : [],
};

/** As many deputies as count for one person: each is an edge of what is asked, and a transaction holds 100 items. */
const most = 2;

type Known = { readonly absences: Projections<KnownAbsence>; readonly now: () => string };

/** Who stands in for these people, from now on. */
export const absencesOf = async (
  personIds: readonly string[],
  { absences, now }: Known,
): Promise<readonly Delegation[]> => {
  const found = await Promise.all([...new Set(personIds)].map((personId) => absences.all(personId)));
  return found.flatMap((members) =>
    members
      .map(({ value: { personId, toId, from, until } }) => ({ personId, toId, from, until }))
      .filter(({ until }) => until > now())
      .slice(0, most),
  );
};

/** People by whose absence approvals would ask others: all who are asked by name, now or later. */
export const seatedPeople = (approvals: readonly Approval[]): string[] => [
  ...new Set(
    approvals.flatMap(({ steps }) =>
      steps.flatMap(({ seats }) => seats.flatMap(({ personId }) => personId ?? [])),
    ),
  ),
];
