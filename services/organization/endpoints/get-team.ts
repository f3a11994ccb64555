import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { OrganizationContext } from "../table.ts";
import { SeenTeam, TeamId } from "../team.ts";

export const getTeam = endpoint({
  id: "getTeam",
  summary: "Read a team; its ETag is its version",
  route: "GET /teams/{teamId}",
  permission: "organization:read",
  params: z.object({ teamId: TeamId }),
  reply: SeenTeam,
  refusals: ["not_found"],
  handle: ({ params }, { teams }: OrganizationContext) => teams.get(params.teamId),
});
