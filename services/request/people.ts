import type { Actor } from "../../shared/access/actor.ts";
import type { FindPeople } from "../../shared/approvals/resolve.ts";
import { answerOf } from "../../shared/forms/condition.ts";
import type { Answers } from "../../shared/forms/form.ts";
import type { TeamSnapshot } from "../organization/events.ts";
import type { Belonging } from "./audience.ts";
import type { ItemFields } from "./catalog-item.ts";
import { knownOf } from "./known.ts";

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

/** Who answers for a CI: its owner, or who leads its team. */
const answersForCi = async (id: string, teams: Teams, known: Known): Promise<string[]> => {
  const { ownerId, teamId } = (await knownOf("ci", id, known)) ?? {};
  const leadId = teams.find((team) => team.id === teamId)?.leadId;
  return [ownerId ?? leadId].filter((each) => each !== undefined);
};

type Known = Parameters<typeof knownOf>[2];
type Asking = {
  readonly requestedFor: string;
  readonly teams: Teams;
  readonly context: { readonly known: Known };
};

/** The owner of what an order is about: the item, its service, or what an answer names. */
const ownersOf = async (
  of: string,
  { ownerId, serviceId, form }: Pick<ItemFields, "ownerId" | "serviceId" | "form">,
  answers: Answers,
  { teams, context: { known } }: Asking,
): Promise<string[]> => {
  if (of === "item") return ownerId === undefined ? [] : [ownerId];
  if (of === "service") return serviceId === undefined ? [] : answersForCi(serviceId, teams, known);
  const named = answerOf(answers, of);
  if (typeof named !== "string") return [];
  const field = form.sections.flatMap(({ fields }) => fields).find(({ key }) => key === of);
  // A record says itself who owns it, such as the application that access is asked for; else a person is named.
  return field?.of === "ci" ? answersForCi(named, teams, known) : [named];
};

/** Whom a policy's approvers are for one line of an order, as far as this service knows. */
export const findPeople =
  (
    fields: Pick<ItemFields, "ownerId" | "serviceId" | "form">,
    answers: Answers,
    asking: Asking,
  ): FindPeople =>
  async (approver) => {
    const { teams, requestedFor, context } = asking;
    switch (approver.kind) {
      case "team":
        return teams.filter(({ id }) => id === approver.id).flatMap(present);
      case "manager":
        return managersOf(requestedFor, teams);
      case "board": {
        const { memberIds = [], isHidden } = (await knownOf("board", approver.id, context.known)) ?? {};
        return isHidden ? [] : memberIds;
      }
      default:
        return ownersOf(approver.of, fields, answers, asking);
    }
  };
