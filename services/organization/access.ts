import { type Actor, type Grants, may } from "../../shared/access/actor.ts";
import { type Team, teamLifecycle } from "./team.ts";

const reader = ["organization:read", "organization:read_members"] as const;

/** Everybody may know which teams there are; who belongs to them is for those who work with them. */
export const organizationGrants: Grants = {
  employee: ["organization:read"],
  agent: reader,
  integration: reader,
  "problem-manager": reader,
  "change-manager": reader,
  "asset-manager": reader,
  "configuration-manager": reader,
  "knowledge-manager": reader,
  admin: [...reader, "organization:administer"],
};

export const viewTeam = (actor: Actor, team: Team): Team | undefined => {
  if (!may(actor, "organization:read")) return undefined;
  const actions = may(actor, "organization:administer") ? [...teamLifecycle.allowed(team.state)] : [];
  if (may(actor, "organization:read_members")) return { ...team, actions };
  const { id, version, createdAt, updatedAt, state, name } = team;
  return { id, version, createdAt, updatedAt, state, name, actions } as unknown as Team;
};
