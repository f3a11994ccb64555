import type { FindPeople } from "../../shared/approvals/resolve.ts";
import type { Change } from "./change.ts";
import type { ChangeContext } from "./context.ts";

/** Teams are found by their id, and all together where somebody's manager is looked for. */
export const everyTeam = "all";

type Team = { readonly members: readonly { readonly personId: string; readonly absent: boolean }[] };

/** Who of a team is there; when nobody is, all of them: a question must reach somebody. */
const present = ({ members }: Team): string[] => {
  const there = members.filter(({ absent }) => !absent);
  return (there.length > 0 ? there : members).map(({ personId }) => personId);
};

/** The people behind the approvers of a policy, as far as this service knows of them. */
export const findPeople =
  ({ requesterId }: Pick<Change, "requesterId">, { teams }: ChangeContext): FindPeople =>
  async (approver) => {
    if (approver.kind === "team")
      return (await teams.all(approver.id)).flatMap(({ value }) => present(value));
    if (approver.kind !== "manager") return [];
    const all = (await teams.all(everyTeam)).map(({ value }) => value);
    return all
      .filter(({ members }) => members.some(({ personId }) => personId === requesterId))
      .flatMap(({ leadId }) => leadId ?? []);
  };
