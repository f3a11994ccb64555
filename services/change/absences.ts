import type { Delegation as Absence } from "../../shared/approvals/delegation.ts";
import type { ChangeContext } from "./context.ts";

/** As many deputies as count for one person: each is an edge of what is asked, and a transaction holds 100 items. */
const most = 2;

/** Who stands in for these people, from now on. */
export const absencesOf = async (
  personIds: readonly string[],
  { absences, now }: Pick<ChangeContext, "absences" | "now">,
): Promise<readonly Absence[]> => {
  const found = await Promise.all([...new Set(personIds)].map((personId) => absences.all(personId)));
  return found.flatMap((members) =>
    members
      .map(({ value: { personId, toId, from, until } }) => ({ personId, toId, from, until }))
      .filter(({ until }) => until > now())
      .slice(0, most),
  );
};
