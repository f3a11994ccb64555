import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import { PersonNamed } from "../events-people.ts";
import type { Person } from "../person.ts";

/** The person is called so from now on; a name that they have already, or none, changes nothing. */
export const namePerson = (person: Person, personId: string, name: string | undefined): Decision<Person> =>
  name === undefined || person.name === name
    ? []
    : [occurred(PersonNamed, { person: { id: personId, name } }, { personId, name })];
