import type { Actor } from "../../shared/access/actor.ts";
import type { FindPeople } from "../../shared/approvals/resolve.ts";
import { answerOf } from "../../shared/forms/condition.ts";
import type { Answers } from "../../shared/forms/form.ts";
import type { TeamSnapshot } from "../organization/events.ts";
import type { Belonging } from "./audience.ts";
import type { ItemFields } from "./catalog-item.ts";

/** Teams are read all together: somebody's own ones and their leads are looked for among them. */
export const everyTeam = "all";

type Teams = readonly TeamSnapshot[];

/** Who of a team is there; when nobody is, all of them: a question must reach somebody. */
const present = ({ members }: TeamSnapshot): string[] => {
  const there = members.filter(({ absent }) => !absent);
  return (there.length > 0 ? there : members).map(({ personId }) => personId);
};

const isMember = ({ members }: TeamSnapshot, personId: string): boolean =>
  members.some((member) => member.personId === personId);

/** Whose word counts for somebody: who leads a team that they belong to, and is not themselves. */
export const managersOf = (personId: string, teams: Teams): string[] => [
  ...new Set(
    teams
      .filter((team) => isMember(team, personId))
      .flatMap(({ leadId }) => (leadId === undefined || leadId === personId ? [] : [leadId])),
  ),
];

/** The teams of a person: of who asks what their token says, of others what the organization says. */
export const belongingOf = (personId: string, actor: Actor, teams: Teams): Belonging => {
  const known = teams.filter((team) => isMember(team, personId)).map(({ id }) => id);
  return { personId, teamIds: personId === actor.id ? [...new Set([...actor.teams, ...known])] : known };
};

/** Whom a policy's approvers are for one line of an order, as far as this service knows. */
export const findPeople =
  (
    requestedFor: string,
    { ownerId }: Pick<ItemFields, "ownerId">,
    answers: Answers,
    teams: Teams,
  ): FindPeople =>
  async (approver) => {
    if (approver.kind === "team") return teams.filter(({ id }) => id === approver.id).flatMap(present);
    if (approver.kind === "manager") return managersOf(requestedFor, teams);
    if (approver.kind !== "owner") return [];
    if (approver.of === "item") return ownerId === undefined ? [] : [ownerId];
    // Who the form names, such as the owner of the application that access is asked for.
    const named = answerOf(answers, approver.of);
    return typeof named === "string" ? [named] : [];
  };
