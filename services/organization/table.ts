import type { RecordType } from "../../shared/dynamo/record.ts";
import type { Records } from "../../shared/dynamo/records.ts";
import type { TableDefinition } from "../../shared/dynamo/table-definition.ts";
import { withoutSnapshot } from "../../shared/dynamo/without-snapshot.ts";
import type { HeldRecord } from "../../shared/holdings/holdings.ts";
import { viewDeparture, viewPerson, viewTeam } from "./access.ts";
import type { Departure } from "./departure.ts";
import { letterOf, nameless, type Person, wordsOfPerson } from "./person.ts";
import type { Team } from "./team.ts";

export const organizationTable: TableDefinition = {
  indexes: {
    teamsByState: "Teams in a state by name",
    teamsByMember: "Teams somebody belongs to",
    teamsByLead: "Teams somebody leads",
    peopleByWord: "People by the first letter of each word of their names, by that word",
    departuresByState: "Departures in a state, by last day",
    departuresDue: "Open departures, by when it is asked again what is left",
  },
};

export const teamRecords: RecordType<Team> = {
  prefix: "TEAM",
  indexes: ({ id, state, name, leadId }) => ({
    teamsByState: { partition: state, order: `${name.toLowerCase()}#${id}` },
    teamsByLead: leadId === undefined ? undefined : { partition: leadId, order: id },
  }),
  // Also of a team that works no more: all edges of a large team at once would not fit into a transaction.
  edges: ({ id, members }) =>
    members.map(({ personId }) => ({ index: "teamsByMember", target: personId, order: id })),
  long: ["description"],
  view: viewTeam,
  viewEntry: withoutSnapshot("team"),
};

export const departureRecords: RecordType<Departure> = {
  prefix: "DEP",
  indexes: ({ id, state, lastAt, nextAskAt }) => ({
    departuresByState: { partition: state, order: `${lastAt}#${id}` },
    departuresDue: nextAskAt === undefined ? undefined : { partition: "due", order: `${nextAskAt}#${id}` },
  }),
  // One at a time: two would ask for the same things.
  claims: ({ personId, state }) => (state === "open" ? [`person#${personId}`] : []),
  long: ["note", "answers"],
  view: viewDeparture,
  viewEntry: withoutSnapshot("departure"),
};

/** Found by ids that are known, or by how their names begin: nobody walks through everybody who works here. */
export const personRecords: RecordType<Person> = {
  prefix: "PSN",
  initial: nameless,
  indexes: () => ({}),
  edges: (person) =>
    wordsOfPerson(person).map((word) => ({
      index: "peopleByWord",
      target: letterOf(word),
      order: `${word}#${person.id}`,
    })),
  long: [],
  view: viewPerson,
  viewEntry: withoutSnapshot("person"),
};

/** What the handlers of this service work with. */
export type OrganizationContext = {
  readonly teams: Records<Team>;
  readonly departures: Records<Departure>;
  readonly people: Records<Person>;
  readonly held: Records<HeldRecord>;
  readonly now: () => string;
};
