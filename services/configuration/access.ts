import { type Actor, type Grants, may } from "../../shared/access/actor.ts";
import { type Kept, keptLifecycle } from "../../shared/kept/kept.ts";
import { type Ci, ciLifecycle } from "./ci.ts";
import { type Relation, relationLifecycle } from "./relation.ts";
import { serviceClassId } from "./seeds/classes.ts";

const everybody = ["configuration:read", "configuration:attest"] as const;
const reader = [...everybody, "configuration:read_all"] as const;
const worker = [...reader, "configuration:assess"] as const;
const writer = [...worker, "configuration:write", "configuration:import"] as const;

/**
 * Everybody may pick a service in a form; who works with CIs reads them; configuration managers and the
 * programs that discover keep them.
 */
export const configurationGrants: Grants = {
  employee: everybody,
  agent: worker,
  integration: writer,
  "problem-manager": worker,
  "change-manager": worker,
  "asset-manager": worker,
  "major-incident-manager": worker,
  "configuration-manager": [...writer, "configuration:read_restricted", "configuration:administer"],
  "knowledge-manager": reader,
  admin: [...reader, "configuration:administer"],
};

/** Who answers for a CI, or is on the team that looks after it, knows it, whatever else they are. */
const answersFor = (actor: Actor, { ownerId, teamId }: Pick<Ci, "ownerId" | "teamId">): boolean =>
  actor.id === ownerId || (teamId !== undefined && actor.teams.includes(teamId));

const seesRestricted = (actor: Actor, ci: Ci): boolean =>
  may(actor, "configuration:read_restricted") || answersFor(actor, ci);

/** What people pick in a form: services that are there, by name. */
const asService = (ci: Ci): Ci | undefined => {
  const { id, version, createdAt, updatedAt, name, classId, classPath, state, restricted } = ci;
  if (!classPath.includes(serviceClassId) || restricted || state === "planned" || state === "retired")
    return undefined;
  return { id, version, createdAt, updatedAt, name, classId, classPath, state, actions: [] } as unknown as Ci;
};

/** What an actor sees of a CI, with what they may do to it: the rule behind every channel. */
export const viewCi = (actor: Actor, ci: Ci): Ci | undefined => {
  if (!may(actor, "configuration:read")) return undefined;
  if (!may(actor, "configuration:read_all"))
    return answersFor(actor, ci) ? { ...ci, actions: [] } : asService(ci);
  if (ci.restricted && !seesRestricted(actor, ci)) return undefined;
  return { ...ci, actions: may(actor, "configuration:write") ? [...ciLifecycle.allowed(ci.state)] : [] };
};

/** Relations name no more than numbers; what lies behind one, `viewCi` decides. */
export const viewRelation = (actor: Actor, relation: Relation): Relation | undefined => {
  if (!may(actor, "configuration:read_all")) return undefined;
  const { past: _past, parts: _parts, ...seen } = relation;
  const actions = may(actor, "configuration:write") ? [...relationLifecycle.allowed(relation.state)] : [];
  return { ...seen, actions };
};

/** Baselines and queries are for all who read CIs; what of a drift or an answer they see, `viewCi` decides. */
export const viewBaseline = <R extends Kept>(actor: Actor, baseline: R): R | undefined => {
  if (!may(actor, "configuration:read_all")) return undefined;
  const actions = may(actor, "configuration:write") ? [...keptLifecycle.allowed(baseline.state)] : [];
  return { ...baseline, actions };
};

/** Classes and types of relations are for all who read CIs. */
export const viewModel = <R extends Kept>(actor: Actor, record: R): R | undefined => {
  if (!may(actor, "configuration:read_all")) return undefined;
  const actions = may(actor, "configuration:administer") ? [...keptLifecycle.allowed(record.state)] : [];
  return { ...record, actions };
};
