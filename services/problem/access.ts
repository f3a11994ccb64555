import { type Actor, type Grants, may, type Permission } from "../../shared/access/actor.ts";
import type { HistoryEntry } from "../../shared/dynamo/record.ts";
import { mechanicalFields, withoutFields } from "../../shared/targets/outer-clocks.ts";
import { type Candidate, candidateLifecycle } from "./candidate.ts";
import type { PublishedKnownError } from "./known-error.ts";
import { type Problem, type ProblemAction, problemLifecycle } from "./problem.ts";

const everybody = ["problem:read_published"] as const;
const reader = [...everybody, "problem:read"] as const;
const worker = [...reader, "problem:work"] as const;
const manager = [...worker, "problem:manage"] as const;

/** Problems are an inside matter: agents work on them, problem managers decide, others read what is published. */
export const problemGrants: Grants = {
  employee: everybody,
  agent: worker,
  integration: worker,
  "major-incident-manager": worker,
  "change-manager": reader,
  "asset-manager": reader,
  "configuration-manager": reader,
  "knowledge-manager": reader,
  "problem-manager": [...manager, "problem:administer"],
  admin: [...reader, "problem:administer"],
};

/** What is for who answers for problems: it commits the organization, or speaks to people outside. */
const byManagers: readonly ProblemAction[] = ["accept_risk", "duplicate", "cancel", "close", "reanalyse"];

/** The permission an action needs. */
export const permissionFor = (action: ProblemAction): Permission =>
  byManagers.includes(action) ? "problem:manage" : "problem:work";

/**
 * Whether a published known error is for somebody; the same rule as knowledge has for what is found: agents and teams
 * are who works on IT services, and who answers for problems is in every audience.
 */
export const isInAudience = (actor: Actor, { audience }: Pick<PublishedKnownError, "audience">): boolean => {
  if (audience.kind === "everyone") return may(actor, "problem:read_published");
  if (!may(actor, "problem:read")) return false;
  if (audience.kind === "agents" || may(actor, "problem:manage")) return true;
  return audience.teamIds.some((id) => actor.teams.includes(id));
};

/** Of a problem that an actor may not see: what is published of it for them, and nothing else. */
const onlyPublished = (actor: Actor, problem: Problem): Problem | undefined => {
  const { id, version, createdAt, updatedAt, knownError } = problem;
  const published = knownError?.published;
  if (!published || !isInAudience(actor, published)) return undefined;
  return { id, version, createdAt, updatedAt, knownError: { published } } as unknown as Problem;
};

/** What an actor sees of a problem, with what they may do to it: the rule behind every channel. */
export const viewProblem = (actor: Actor, problem: Problem): Problem | undefined => {
  if (!may(actor, "problem:read")) return onlyPublished(actor, problem);
  const possible = problemLifecycle.allowed(problem.state);
  const articles = problem.articles?.filter(({ relation }) => relation !== "untied");
  return {
    ...problem,
    ...(articles ? { articles } : {}),
    actions: possible.filter((action) => may(actor, permissionFor(action))),
  };
};

/** The history of a problem is for those who may read the problem, and only for them. */
export const viewProblemEntry = (
  actor: Actor,
  _problem: Problem,
  { data: { problem: _snapshot, ...data }, changes, ...entry }: HistoryEntry,
): HistoryEntry | undefined => {
  if (!may(actor, "problem:read")) return undefined;
  return { ...entry, data, changes: withoutFields(changes, mechanicalFields) };
};

/** Candidates name incidents by number only; who may read problems sees all of them. */
export const viewCandidate = (actor: Actor, candidate: Candidate): Candidate | undefined => {
  if (!may(actor, "problem:read")) return undefined;
  const byPeople = candidateLifecycle.allowed(candidate.state).filter((action) => action !== "propose");
  return { ...candidate, actions: may(actor, "problem:manage") ? byPeople : [] };
};
