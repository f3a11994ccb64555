import { changedFields } from "../../../shared/domain/changed-fields.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import { EntitlementChanged, EntitlementEnding } from "../events-software.ts";
import { type Entitlement, type EntitlementFields, entitlementLifecycle } from "../software.ts";
import { dayAfter } from "./days.ts";

const counted = ({ state, quantity }: Partial<Entitlement>): number =>
  state === "active" ? (quantity ?? 0) : 0;

const snapshotOf = ({ id, modelId, quantity, endsOn, contractId, state }: Entitlement) => ({
  ...{ id, modelId, quantity, endsOn, contractId, state },
});

const changed = (entitlement: Partial<Entitlement>, changes: Partial<Entitlement>): Decision<Entitlement> => {
  const after = { ...entitlement, ...changes } as Entitlement;
  const move = { entitled: counted(after) - counted(entitlement), allocated: 0, used: 0 };
  return [occurred(EntitlementChanged, { entitlement: snapshotOf(after), move }, changes)];
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
  // Another end is told of anew.
  const noticed = endsOn === entitlement.endsOn ? entitlement.noticed : undefined;
  const whole = { ...fields, endsOn, contractId, vendorId, orderNumber, cost, noticed };
  const changes = changedFields<Entitlement>(entitlement, whole);
  return Object.keys(changes).length === 0 ? [] : changed(entitlement, changes);
};

export const endEntitlement = (entitlement: Entitlement): Decision<Entitlement> =>
  changed(entitlement, { state: entitlementLifecycle.next(entitlement.state, "end") });

/** Time enough to buy the rights anew, or to do without them. */
const noticeDays = 60;

/** When its last day is over. */
const endAt = ({ state, endsOn }: Entitlement): string | undefined =>
  state === "active" && endsOn !== undefined ? `${dayAfter(endsOn)}T00:00:00.000Z` : undefined;

const noticeAt = (entitlement: Entitlement): string | undefined => {
  const end = endAt(entitlement);
  if (end === undefined || entitlement.noticed) return undefined;
  return new Date(Date.parse(end) - noticeDays * 24 * 3_600_000).toISOString();
};

/** When an entitlement is to be looked at next: in time to tell that it ends, and at its end. */
export const entitlementDueAt = (entitlement: Entitlement): string | undefined =>
  noticeAt(entitlement) ?? endAt(entitlement);

/** What comes of an entitlement by time alone. */
export const expire = (entitlement: Entitlement, now: string): Decision<Entitlement> => {
  const [end, notice] = [endAt(entitlement), noticeAt(entitlement)];
  if (end !== undefined && end <= now) return endEntitlement(entitlement);
  if (notice === undefined || notice > now) return [];
  return [occurred(EntitlementEnding, { entitlement: snapshotOf(entitlement) }, { noticed: true })];
};
