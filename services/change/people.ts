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

const managersOf = async (personId: string, { teams }: ChangeContext): Promise<string[]> => {
  const all = (await teams.all(everyTeam)).map(({ value }) => value);
  return all
    .filter(({ members }) => members.some((member) => member.personId === personId))
    .flatMap(({ leadId }) => leadId ?? []);
};

/** Who answers for CIs: each one's owner or, where nobody is named, the lead of the team that looks after it. */
const ownersOf = async (ciIds: readonly string[], { cis, teams }: ChangeContext): Promise<string[]> => {
  const known = [...(await cis.known(ciIds)).values()].filter(({ state }) => state !== "retired");
  const named = known.flatMap(({ ownerId }) => ownerId ?? []);
  const teamIds = known.flatMap(({ ownerId, teamId }) => (ownerId === undefined ? (teamId ?? []) : []));
  const leads = await Promise.all(
    [...new Set(teamIds)].map(async (id) =>
      (await teams.all(id)).flatMap(({ value: { leadId } }) => leadId ?? []),
    ),
  );
  return [...new Set([...named, ...leads.flat()])].toSorted();
};

/** What an owner can be asked of, as policies say it: the change's CIs, its service, or both. */
const owned = (of: string, { ciIds, serviceId }: Pick<Change, "ciIds" | "serviceId">): readonly string[] => {
  const service = serviceId === undefined ? [] : [serviceId];
  if (of === "ci") return ciIds;
  return of === "service" ? service : [...ciIds, ...service];
};

/** The people behind the approvers of a policy, as far as this service knows of them. */
export const findPeople =
  (change: Pick<Change, "requesterId" | "ciIds" | "serviceId">, context: ChangeContext): FindPeople =>
  async (approver) => {
    switch (approver.kind) {
      case "team":
        return (await context.teams.all(approver.id)).flatMap(({ value }) => present(value));
      case "manager":
        return managersOf(change.requesterId, context);
      case "board": {
        const board = await context.boardNow(approver.id);
        return board?.state === "active" ? board.memberIds : [];
      }
      case "owner":
        return ownersOf(owned(approver.of, change), context);
    }
  };
