import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { HistoryItem } from "../../../shared/http/history-item.ts";
import type { OrganizationContext } from "../table.ts";
import { TeamId } from "../team.ts";

export const listTeamHistory = endpoint({
  id: "listTeamHistory",
  summary: "Who joined and left a team, and what else changed",
  route: "GET /teams/{teamId}/history",
  permission: "organization:read_members",
  params: z.object({ teamId: TeamId }),
  query: z.strictObject(pageQuery),
  reply: pageOf(HistoryItem),
  refusals: ["not_found", "invalid_cursor"],
  handle: ({ params, query }, { teams }: OrganizationContext) => teams.history(params.teamId, query),
});
