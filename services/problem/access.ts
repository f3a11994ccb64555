import { type Actor, type Grants, may } from "../../shared/access/actor.ts";
import { type Candidate, candidateLifecycle } from "./candidate.ts";

const reader = ["problem:read"] as const;

export const problemGrants: Grants = {
  agent: reader,
  integration: reader,
  "change-manager": reader,
  "configuration-manager": reader,
  "problem-manager": [...reader, "problem:manage", "problem:administer"],
  admin: [...reader, "problem:administer"],
};

/** Candidates name incidents by number only; who may read problems sees all of them. */
export const viewCandidate = (actor: Actor, candidate: Candidate): Candidate | undefined => {
  if (!may(actor, "problem:read")) return undefined;
  const byPeople = candidateLifecycle.allowed(candidate.state).filter((action) => action !== "propose");
  return { ...candidate, actions: may(actor, "problem:manage") ? byPeople : [] };
};
