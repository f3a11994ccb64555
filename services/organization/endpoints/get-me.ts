import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { OrganizationContext } from "../table.ts";

const Me = z
  .object({
    id: z.string().describe("Subject of the token"),
    name: z.string().optional(),
    roles: z.array(z.string()),
    teams: z.array(z.string()).describe("Ids of the teams that the token's groups stand for"),
  })
  .meta({ id: "Me" });

/** What a user interface needs to know to offer only what will be granted. */
export const getMe = endpoint({
  id: "getMe",
  summary: "Say who the caller is: their roles and teams, as the token's groups mean them here",
  route: "GET /me",
  permission: "organization:read",
  reply: Me,
  refusals: [],
  handle: async ({ actor }, _context: OrganizationContext) => ({
    id: actor.id,
    name: actor.name,
    roles: [...actor.roles],
    teams: [...actor.teams],
  }),
});
