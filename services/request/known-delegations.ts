import type { Delegation as Absence } from "../../shared/approvals/delegation.ts";
import type { Projections, ProjectionType } from "../../shared/dynamo/projections.ts";

/** Somebody is away, as change enablement tells it: whoever stands in decides on requests, too. */
export type KnownDelegation = Absence & { readonly state: "active" | "ended" };

export const delegationProjection: ProjectionType<KnownDelegation> = {
  kind: "DELEGATION",
  memberships: ({ personId, until, state }) =>
    state === "active" ? [{ group: personId, order: until }] : [],
};

/** As many deputies as count for one person: each is an edge of what is asked, and a transaction holds 100 items. */
const most = 2;

type Known = { readonly knownDelegations: Projections<KnownDelegation>; readonly now: () => string };

/** Who stands in for these people, from now on. */
export const absencesOf = async (
  personIds: readonly string[],
  { knownDelegations, now }: Known,
): Promise<readonly Absence[]> => {
  const found = await Promise.all([...new Set(personIds)].map((id) => knownDelegations.all(id)));
  return found.flatMap((members) =>
    members
      .filter(({ value: { until } }) => until > now())
      .slice(0, most)
      .map(({ value: { personId, toId, from, until } }) => ({ personId, toId, from, until })),
  );
};
