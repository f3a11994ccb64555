import * as z from "zod";
import { changedFields } from "../../../shared/domain/changed-fields.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import { attributeFaults, type ClassChain, identitiesOf } from "../attributes.ts";
import { Attributes, type Ci, CiFields, ciLifecycle, type NewCi } from "../ci.ts";
import { AttributeName } from "../ci-class.ts";
import {
  AttributeValue,
  CiDeployed,
  CiMaintenanceStarted,
  CiRegistered,
  CiReinstated,
  CiRetired,
  CiRetiredWhileUsed,
  type CiSnapshot,
  CiUpdated,
} from "../events.ts";

/** A CI as others learn of it: of a restricted one little more than that it is there. */
export const snapshotOf = (ci: Ci): CiSnapshot => {
  const { id, classId, classPath, state, criticality, restricted } = ci;
  if (restricted) return { id, name: id, classId, classPath, state, criticality, attributes: {}, restricted };
  const { name, ownerId, teamId, environment, location, serviceIds, assetId, attributes, source } = ci;
  const told = { ownerId, teamId, environment, location, serviceIds, assetId, source };
  return { id, name, classId, classPath, state, criticality, attributes, ...told };
};

const happened = <T extends { ci: CiSnapshot }>(
  event: EventType<T>,
  ci: Partial<Ci>,
  changes: Partial<Ci>,
  more: Omit<T, "ci">,
): Decision<Ci> => {
  const after = { ...ci, ...changes } as Ci;
  return [occurred(event, { ci: snapshotOf(after), ...more } as unknown as T, changes)];
};

const refuseFaults = (chain: ClassChain, attributes: Attributes, before?: Attributes): void => {
  const faults = attributeFaults(chain, attributes, before);
  if (faults.length > 0) throw new Refusal("invalid_input", undefined, faults);
};

export const refuseAbstract = (chain: ClassChain): void => {
  const own = chain.at(-1);
  if (own?.abstract !== true) return;
  const message = `${own.id} is abstract: one of its subclasses has CIs`;
  throw new Refusal("rule_violation", undefined, [{ path: "body.classId", message }]);
};

/** A new CI of a class. `source` says where it was learned of, if not from a person. */
export const registerCi = (
  id: string,
  { name, attributes, ...fields }: NewCi,
  chain: ClassChain,
  source?: string,
): Decision<Ci> => {
  refuseAbstract(chain);
  refuseFaults(chain, attributes);
  const changes: Partial<Ci> = {
    ...fields,
    name,
    attributes,
    classPath: chain.map((each) => each.id),
    identities: identitiesOf(chain, name, attributes),
    source,
  };
  return happened(CiRegistered, { id }, changes, {});
};

const fields = CiFields.shape;

/** Corrections to a CI: only what is given changes, null removes; of the attributes, too. */
export const CiEdits = z.strictObject({
  name: fields.name.optional(),
  description: fields.description.nullable(),
  criticality: fields.criticality.unwrap().optional(),
  ownerId: fields.ownerId.nullable(),
  teamId: fields.teamId.nullable(),
  environment: fields.environment.nullable(),
  location: fields.location.nullable(),
  serviceIds: fields.serviceIds.nullable(),
  assetId: fields.assetId.nullable(),
  attributes: z.record(AttributeName, AttributeValue.nullable()).optional(),
  redundancy: fields.redundancy.nullable(),
  restricted: fields.restricted.unwrap().optional(),
});
export type CiEdits = z.infer<typeof CiEdits>;

const merged = (before: Attributes, edits: CiEdits["attributes"]): Attributes => {
  const all = Object.entries({ ...before, ...edits }).filter(([, value]) => value !== null);
  const { data, error } = Attributes.safeParse(Object.fromEntries(all));
  if (data) return data;
  const violation = { path: "body.attributes", message: error.issues[0]?.message ?? "Not valid" };
  throw new Refusal("invalid_input", undefined, [violation]);
};

/** Whose word each value is when people have written some: those are theirs from now on. */
export const originsWithout = ({ origins }: Ci, written: readonly string[]): Ci["origins"] =>
  origins && Object.fromEntries(Object.entries(origins).filter(([name]) => !written.includes(name)));

/** Facts corrected or added; a retired CI stays as it was. */
export const editCi = (ci: Ci, { attributes, ...edits }: CiEdits, chain: ClassChain): Decision<Ci> => {
  if (ci.state === "retired") throw new Refusal("illegal_transition", "A retired CI is not edited");
  const given = Object.entries(edits).filter(([, value]) => value !== undefined);
  const asked: Partial<Ci> = Object.fromEntries(
    given.map(([field, value]) => [field, value === null ? undefined : value]),
  );
  const after = attributes === undefined ? ci.attributes : merged(ci.attributes, attributes);
  if (attributes !== undefined) refuseFaults(chain, after, ci.attributes);
  const identities = identitiesOf(chain, asked.name ?? ci.name, after);
  const written = [...Object.keys(asked), ...Object.keys(attributes ?? {})];
  const origins = originsWithout(ci, written);
  const changes = changedFields<Ci>(ci, { ...asked, attributes: after, identities, origins });
  return Object.keys(changes).length === 0 ? [] : happened(CiUpdated, ci, changes, {});
};

/** The CI is live from now on, or is taken care of: what no more than its state says. */
const move = (action: "deploy" | "maintain", event: EventType<{ ci: CiSnapshot }>) => (ci: Ci) =>
  happened(event, ci, { state: ciLifecycle.next(ci.state, action) }, {});

export const deployCi = move("deploy", CiDeployed);
export const maintainCi = move("maintain", CiMaintenanceStarted);

/** Who still depends on a CI: how many, and the first of them. */
export type Dependents = { readonly count: number; readonly ids: readonly string[] };

/** It is no more; where something depends on it yet, a second event warns of that. */
export const retireCi = (ci: Ci, { count, ids }: Dependents, now: string): Decision<Ci> => {
  const state = ciLifecycle.next(ci.state, "retire");
  const changes: Partial<Ci> = { state, retiredAt: now };
  const after = { ...ci, ...changes };
  const dependents = { dependents: count };
  return [
    ...happened(CiRetired, ci, changes, dependents),
    ...(count === 0
      ? []
      : happened(CiRetiredWhileUsed, after, {}, { ...dependents, dependentIds: [...ids] })),
  ];
};

export const reinstateCi = (ci: Ci): Decision<Ci> =>
  happened(CiReinstated, ci, { state: ciLifecycle.next(ci.state, "reinstate"), retiredAt: undefined }, {});
