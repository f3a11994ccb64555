import type { RecordType } from "../../shared/dynamo/record.ts";
import type { Records } from "../../shared/dynamo/records.ts";
import type { TableDefinition } from "../../shared/dynamo/table-definition.ts";
import { withoutSnapshot } from "../../shared/dynamo/without-snapshot.ts";
import { viewTeam } from "./access.ts";
import type { Team } from "./team.ts";

export const organizationTable: TableDefinition = {
  indexes: {
    teamsByState: "Teams in a state by name",
    teamsByMember: "Teams somebody belongs to",
  },
};

export const teamRecords: RecordType<Team> = {
  prefix: "TEAM",
  indexes: ({ id, state, name }) => ({
    teamsByState: { partition: state, order: `${name.toLowerCase()}#${id}` },
  }),
  // Also of a team that works no more: all edges of a large team at once would not fit into a transaction.
  edges: ({ id, members }) =>
    members.map(({ personId }) => ({ index: "teamsByMember", target: personId, order: id })),
  long: ["description"],
  view: viewTeam,
  viewEntry: withoutSnapshot("team"),
};

/** What the handlers of this service work with. */
export type OrganizationContext = { readonly teams: Records<Team> };
