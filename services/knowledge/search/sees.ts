import { type Actor, may } from "../../../shared/access/actor.ts";
import type { Head } from "../content.ts";
import { tag } from "./searchable.ts";

const facet = "see";
const everyone = tag(facet, "everyone");
const agents = tag(facet, "agents");
const managers = tag(facet, "managers");
const team = (id: string): string => tag(facet, `team:${id}`);
const person = (id: string): string => tag(facet, `person:${id}`);

/** Who finds what has an audience: the same rule as `isFor`, as tags. */
export const tagsForAudience = ({ audience, teamIds }: Pick<Head, "audience" | "teamIds">): string[] => {
  if (audience === "everyone") return [everyone];
  return audience === "agents" ? [agents] : [managers, ...teamIds.map(team)];
};

/** Who works on IT services finds it, and one person whose own it is. */
export const tagsForTicket = (callerId: string): string[] => [agents, person(callerId)];

/** What somebody may find: one of these tags must be on it, before anything is ranked or counted. */
export const seenBy = (actor: Actor): readonly string[] => [
  ...(may(actor, "knowledge:read") ? [everyone, person(actor.id)] : []),
  ...(may(actor, "knowledge:read_internal") ? [agents, ...actor.teams.map(team)] : []),
  ...(may(actor, "knowledge:manage") ? [managers] : []),
];
