import * as z from "zod";
import { type Actor, may } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { OrganizationContext } from "../table.ts";
import { PersonId, SeenTeam, teamLifecycle } from "../team.ts";

const Query = z.strictObject({
  state: teamLifecycle.State.default("active").describe("Teams in this state, by name"),
  memberId: PersonId.optional().describe("Instead: all teams this person belongs to, by id"),
  ...pageQuery,
});

/** Who may not read members learns of nobody else where they belong. */
const refuseOthers = (actor: Actor, memberId: string): void => {
  if (memberId !== actor.id && !may(actor, "organization:read_members"))
    throw new Refusal("forbidden", "Ask for your own teams");
};

export const listTeams = endpoint({
  id: "listTeams",
  summary: "List teams by state or by member",
  route: "GET /teams",
  permission: "organization:read",
  query: Query,
  reply: pageOf(SeenTeam.omit({ description: true }).meta({ id: "ListedTeam" })),
  refusals: ["invalid_cursor"],
  handle: ({ query: { state, memberId, ...page }, actor }, { teams }: OrganizationContext) => {
    if (memberId === undefined) return teams.list({ index: "teamsByState", partition: state }, page);
    refuseOthers(actor, memberId);
    return teams.list({ index: "teamsByMember", partition: memberId, edges: true }, page);
  },
});
