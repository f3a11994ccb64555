import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { replaceTeam as decide } from "../decisions/team.ts";
import type { OrganizationContext } from "../table.ts";
import { SeenTeam, TeamFields, TeamId } from "../team.ts";

export const replaceTeam = endpoint({
  id: "replaceTeam",
  summary: "Say anew what a team is and who belongs to it",
  route: "PUT /teams/{teamId}",
  permission: "organization:administer",
  params: z.object({ teamId: TeamId }),
  body: TeamFields,
  reply: SeenTeam,
  needsVersion: true,
  refusals: ["not_found"],
  handle: ({ params, body, ifMatch }, { teams }: OrganizationContext) =>
    teams.update(params.teamId, ifMatch, (team) => decide(team, body)),
});
