import { type Actor, type Grants, may } from "../../shared/access/actor.ts";
import { type Kept, keptLifecycle } from "../../shared/kept/kept.ts";

const reader = ["service-level:read"] as const;

/** Who works with agreements reads them; what is agreed, administrators decide. */
export const serviceLevelGrants: Grants = {
  agent: reader,
  integration: reader,
  "problem-manager": reader,
  "change-manager": reader,
  "asset-manager": reader,
  "configuration-manager": reader,
  "knowledge-manager": reader,
  admin: [...reader, "service-level:administer"],
};

/** Calendars, holiday lists and agreements are seen whole or not at all. */
export const viewAgreed = <R extends Kept>(actor: Actor, record: R): R | undefined => {
  if (!may(actor, "service-level:read")) return undefined;
  const actions = may(actor, "service-level:administer") ? [...keptLifecycle.allowed(record.state)] : [];
  return { ...record, actions };
};
