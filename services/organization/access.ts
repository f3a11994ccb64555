import { type Actor, type Grants, may } from "../../shared/access/actor.ts";
import { type Departure, departureLifecycle } from "./departure.ts";
import type { Person } from "./person.ts";
import { type Team, teamLifecycle } from "./team.ts";

const reader = ["organization:read", "organization:read_members"] as const;

/** Everybody may know which teams there are; who belongs to them is for those who work with them. */
export const organizationGrants: Grants = {
  employee: ["organization:read"],
  agent: reader,
  integration: [...reader, "organization:offboard", "organization:name_people"],
  "problem-manager": reader,
  "change-manager": reader,
  "asset-manager": [...reader, "organization:offboard"],
  "configuration-manager": reader,
  "knowledge-manager": reader,
  admin: [...reader, "organization:administer", "organization:offboard", "organization:name_people"],
};

export const viewTeam = (actor: Actor, team: Team): Team | undefined => {
  if (!may(actor, "organization:read")) return undefined;
  const actions = may(actor, "organization:administer") ? [...teamLifecycle.allowed(team.state)] : [];
  if (may(actor, "organization:read_members")) return { ...team, actions };
  const { id, version, createdAt, updatedAt, state, name } = team;
  return { id, version, createdAt, updatedAt, state, name, actions } as unknown as Team;
};

/** Colleagues may know how they are called; there is nothing else here to know. */
export const viewPerson = (actor: Actor, person: Person): Person | undefined =>
  may(actor, "organization:read") ? person : undefined;

/** That somebody leaves is nobody's business but theirs who see to it. */
export const viewDeparture = (actor: Actor, departure: Departure): Departure | undefined => {
  if (!may(actor, "organization:offboard")) return undefined;
  const byPeople = departureLifecycle.allowed(departure.state).filter((action) => action !== "finish");
  return { ...departure, actions: byPeople };
};
