import * as z from "zod";
import type { Actor } from "../../shared/access/actor.ts";
import { ForeignId, ShortText } from "../../shared/domain/texts.ts";
import { endpoint } from "../../shared/http/endpoint.ts";
import { namePerson } from "./decisions/name-person.ts";
import { PersonName, personRecordId } from "./person.ts";
import type { OrganizationContext } from "./table.ts";
import { PersonId, TeamId } from "./team.ts";

/** As many as a page of a list can name. */
const mostNames = 100;
const Ids = z.array(ForeignId).max(mostNames).default([]);

const Names = z
  .object({
    people: z.array(PersonName),
    teams: z.array(z.object({ id: TeamId, name: ShortText })),
  })
  .meta({ id: "Names" });

/** The name in a verified token, as long as a name may be. */
const nameOf = ({ name }: Actor): string | undefined => ShortText.safeParse(name).data;

/** How people are called: said by the token of whoever signs in, or by the program that knows the directory. */
export const peopleEndpoints = [
  endpoint({
    id: "introduceMyself",
    summary: "Be called from now on as the token says; without a name in it nothing changes",
    route: "POST /me/name",
    permission: "organization:read",
    body: z.strictObject({}),
    reply: PersonName,
    refusals: [],
    handle: async ({ actor }, { people }: OrganizationContext) => {
      const { name } = await people.update(personRecordId(actor.id), undefined, (person) =>
        namePerson(person, actor.id, nameOf(actor)),
      );
      return { id: actor.id, name };
    },
  }),
  endpoint({
    id: "namePerson",
    summary: "Say how somebody is called, for who does not sign in or whose token has no name",
    route: "POST /people/{personId}/name",
    permission: "organization:name_people",
    params: z.object({ personId: PersonId }),
    body: z.strictObject({ name: ShortText }),
    reply: PersonName,
    refusals: [],
    handle: async ({ params: { personId: id }, body }, { people }: OrganizationContext) => {
      const { name } = await people.update(personRecordId(id), undefined, (person) =>
        namePerson(person, id, body.name),
      );
      return { id, name };
    },
  }),
  endpoint({
    id: "findNames",
    summary: "How people and teams are called whose ids are known; who has no name is left out",
    route: "POST /names",
    permission: "organization:read",
    safe: true,
    body: z.strictObject({ personIds: Ids, teamIds: Ids }),
    reply: Names,
    refusals: [],
    handle: async ({ body: { personIds, teamIds } }, { people, teams }: OrganizationContext) => {
      const [persons, found] = await Promise.all([
        people.some(personIds.map(personRecordId)),
        // Records name teams as they like; only what may be one's id can lead to one.
        teams.brief(teamIds.filter((id) => TeamId.safeParse(id).success)),
      ]);
      return {
        people: persons.flatMap(({ personId, name }) =>
          personId === undefined || name === undefined ? [] : [{ id: personId, name }],
        ),
        teams: found.flatMap(({ id, name }) => (name === undefined ? [] : [{ id, name }])),
      };
    },
  }),
];
