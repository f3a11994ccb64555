import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { deactivateTeam as decide } from "../decisions/team.ts";
import type { OrganizationContext } from "../table.ts";
import { SeenTeam, TeamId } from "../team.ts";

export const deactivateTeam = endpoint({
  id: "deactivateTeam",
  summary: "The team works no more; what names it keeps naming it",
  route: "POST /teams/{teamId}/deactivate",
  permission: "organization:administer",
  params: z.object({ teamId: TeamId }),
  body: z.strictObject({}),
  reply: SeenTeam,
  refusals: ["not_found", "illegal_transition", "version_conflict"],
  handle: ({ params, ifMatch }, { teams }: OrganizationContext) =>
    teams.update(params.teamId, ifMatch, decide),
});
