import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { activateTeam as decide } from "../decisions/team.ts";
import type { OrganizationContext } from "../table.ts";
import { SeenTeam, TeamId } from "../team.ts";

export const activateTeam = endpoint({
  id: "activateTeam",
  summary: "The team takes up work again",
  route: "POST /teams/{teamId}/activate",
  permission: "organization:administer",
  params: z.object({ teamId: TeamId }),
  body: z.strictObject({}),
  reply: SeenTeam,
  refusals: ["not_found", "illegal_transition", "version_conflict"],
  handle: ({ params, ifMatch }, { teams }: OrganizationContext) =>
    teams.update(params.teamId, ifMatch, decide),
});
