import { changedFields } from "../../../shared/domain/changed-fields.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import { EntitlementChanged } from "../events-software.ts";
import { type Entitlement, type EntitlementFields, entitlementLifecycle } from "../software.ts";
import { dayAfter } from "./days.ts";

const counted = ({ state, quantity }: Partial<Entitlement>): number =>
  state === "active" ? (quantity ?? 0) : 0;

const changed = (entitlement: Partial<Entitlement>, changes: Partial<Entitlement>): Decision<Entitlement> => {
  const after = { ...entitlement, ...changes } as Entitlement;
  const { id, modelId, quantity, endsOn, contractId, state } = after;
  const move = { entitled: counted(after) - counted(entitlement), allocated: 0, used: 0 };
  const snapshot = { id, modelId, quantity, endsOn, contractId, state };
  return [occurred(EntitlementChanged, { entitlement: snapshot, move }, changes)];
};

/** Rights count from when they are kept here. */
export const entitle = (id: string, fields: EntitlementFields): Decision<Entitlement> =>
  changed({ id }, { ...fields, state: "active" });

/** The entitlement is what the fields say; of which software it is stays. */
export const changeEntitlement = (
  entitlement: Entitlement,
  fields: EntitlementFields,
): Decision<Entitlement> => {
  if (entitlement.state !== "active") throw new Refusal("illegal_transition", "It has ended");
  if (fields.modelId !== entitlement.modelId)
    throw new Refusal("rule_violation", undefined, [
      { path: "body.modelId", message: `It is for ${entitlement.modelId}: end it and keep another one` },
    ]);
  const { endsOn, contractId, vendorId, orderNumber, cost } = fields;
  const whole = { ...fields, endsOn, contractId, vendorId, orderNumber, cost };
  const changes = changedFields<Entitlement>(entitlement, whole);
  return Object.keys(changes).length === 0 ? [] : changed(entitlement, changes);
};

export const endEntitlement = (entitlement: Entitlement): Decision<Entitlement> =>
  changed(entitlement, { state: entitlementLifecycle.next(entitlement.state, "end") });

/** When its last day is over. */
export const entitlementDueAt = ({ state, endsOn }: Entitlement): string | undefined =>
  state === "active" && endsOn !== undefined ? `${dayAfter(endsOn)}T00:00:00.000Z` : undefined;

export const expire = (entitlement: Entitlement, now: string): Decision<Entitlement> => {
  const due = entitlementDueAt(entitlement);
  return due !== undefined && due <= now ? endEntitlement(entitlement) : [];
};
