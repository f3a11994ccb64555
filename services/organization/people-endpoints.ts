import * as z from "zod";
import type { Actor } from "../../shared/access/actor.ts";
import { ForeignId, ShortText } from "../../shared/domain/texts.ts";
import { endpoint } from "../../shared/http/endpoint.ts";
import { namePerson } from "./decisions/name-person.ts";
import { isCalled, letterOf, PersonName, personRecordId, wordsOf } from "./person.ts";
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

/** Colleagues that are offered while somebody types; whom one means is found by typing on. */
const mostFound = 20;
/** So many are looked at for one question. */
const mostLookedAt = 100;

const Typed = z
  .string()
  .max(200)
  .refine((text) => wordsOf(text).some((word) => [...word].length >= 2), "Give two letters of a name");

const Colleagues = z
  .object({
    people: z.array(PersonName).max(mostFound).describe("By the word that was found, then by id"),
    hasMore: z.boolean().describe("More people may be called so: give more of the name"),
  })
  .meta({ id: "Colleagues" });

const longest = (words: readonly string[]): string =>
  words.reduce((best, word) => (word.length > best.length ? word : best), "");

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
    id: "findPeople",
    summary: "Colleagues whose names have words that begin so, a few at a time: nobody lists who works here",
    route: "GET /people",
    permission: "organization:read",
    query: z.strictObject({ name: Typed.describe("The beginning of each word of a name, in any order") }),
    reply: Colleagues,
    refusals: [],
    handle: async ({ query: { name } }, { people }: OrganizationContext) => {
      const words = wordsOf(name);
      const word = longest(words);
      const ask = { index: "peopleByWord", partition: letterOf(word), prefix: word, edges: true };
      const found = await people.few(ask, mostLookedAt);
      const called = new Map(
        found
          .filter((person) => isCalled(person, words))
          .flatMap(({ personId: id, name: text }) => (id === undefined ? [] : [[id, { id, name: text }]])),
      );
      return {
        people: [...called.values()].slice(0, mostFound),
        hasMore: called.size > mostFound || found.length === mostLookedAt,
      };
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
