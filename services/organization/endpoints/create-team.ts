import { endpoint } from "../../../shared/http/endpoint.ts";
import { createTeam as decide } from "../decisions/team.ts";
import type { OrganizationContext } from "../table.ts";
import { SeenTeam, TeamFields, TeamId } from "../team.ts";

export const createTeam = endpoint({
  id: "createTeam",
  summary: "Make a team under the id that records and the groups of tokens use",
  route: "POST /teams",
  permission: "organization:administer",
  body: TeamFields.extend({ id: TeamId }),
  reply: SeenTeam,
  status: 201,
  refusals: ["already_exists"],
  handle: ({ body: { id, ...fields } }, { teams }: OrganizationContext) =>
    teams.createAs(id, decide(id, fields)),
});
