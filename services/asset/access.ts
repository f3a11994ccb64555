import { type Actor, type Grants, may } from "../../shared/access/actor.ts";
import type { HistoryEntry, RecordBase } from "../../shared/dynamo/record.ts";
import { type Kept, keptLifecycle } from "../../shared/kept/kept.ts";
import { type Asset, type AssetAction, assetLifecycle, innerFields } from "./asset.ts";
import { type Audit, auditLifecycle } from "./audit.ts";
import { type Contract, contractLifecycle } from "./contract.ts";
import {
  type Entitlement,
  entitlementLifecycle,
  type Installation,
  type Position,
  type Seat,
} from "./software.ts";
import type { Stock } from "./stock.ts";
import { isHeldByLaw, isToBeHad } from "./substates.ts";
import type { Unaccounted } from "./unaccounted.ts";

const holder = ["asset:read", "asset:accept", "asset:request"] as const;
const reader = ["asset:read", "asset:read_all", "asset:request"] as const;
const manager = [
  ...reader,
  "asset:accept",
  "asset:handle",
  "asset:manage",
  "asset:read_costs",
  "asset:administer",
] as const;

/**
 * Everybody sees what they have and confirms it. Agents hand out, take back and count; asset managers answer for
 * everything, money included.
 */
export const assetGrants: Grants = {
  employee: holder,
  agent: [...reader, "asset:handle"],
  integration: [...reader, "asset:handle", "asset:report"],
  "problem-manager": reader,
  "change-manager": reader,
  "configuration-manager": reader,
  "asset-manager": [...manager, "asset:report"],
  admin: [...reader, "asset:read_costs", "asset:administer"],
};

/** What managers do; the rest is handling, which agents do, too. */
const managed: readonly AssetAction[] = ["receive", "retire", "dispose"];

const actionsFor = (actor: Actor, asset: Asset): string[] =>
  assetLifecycle.allowed(asset.state).filter((action) => {
    if (!may(actor, managed.includes(action) ? "asset:manage" : "asset:handle")) return false;
    if (action === "checkOut" || action === "deploy") return isToBeHad(asset);
    return action !== "retire" || !isHeldByLaw(asset);
  });

const without = (asset: Asset, fields: readonly string[]): Asset => {
  const rest: Record<string, unknown> = { ...asset };
  for (const field of fields) delete rest[field];
  return rest as Asset;
};

/** A proposal may name what something cost. */
const money = ["purchase", "costs", "currency", "proposal"];

/** What one may not see of an asset that one sees. */
const hiddenFrom = (actor: Actor): readonly string[] => {
  if (!may(actor, "asset:read_all")) return innerFields;
  return may(actor, "asset:read_costs") ? [] : money;
};

/** What is between its holder and those who hand it out. */
const ofHolder = [
  "holderId",
  "acceptance",
  "checkedOutAt",
  "expectedReturnAt",
  "chasedAt",
  "isLoan",
  "errandId",
];

/** Who works with assets sees all of them, anybody else what they have or have reserved. */
export const viewAsset = (actor: Actor, asset: Asset): Asset | undefined => {
  const own = asset.reservations.filter(({ personId }) => personId === actor.id);
  const seesAll = may(actor, "asset:read_all");
  if (asset.holderId !== actor.id && own.length === 0 && !seesAll) return undefined;
  const isAnothers = !seesAll && asset.holderId !== actor.id;
  const hidden = [...hiddenFrom(actor), ...(isAnothers ? ofHolder : [])];
  const seen = { ...without(asset, hidden), actions: actionsFor(actor, asset) };
  return seesAll ? seen : { ...seen, reservations: own };
};

/** The history of an asset is for those who work with assets: it names everybody who had it. */
export const viewAssetEntry = (
  actor: Actor,
  _asset: Asset,
  entry: HistoryEntry,
): HistoryEntry | undefined => {
  if (!may(actor, "asset:read_all")) return undefined;
  const hidden = hiddenFrom(actor);
  const { asset: _snapshot, moves: _moves, ...data } = entry.data;
  const changes = Object.fromEntries(
    Object.entries(entry.changes).filter(([name]) => !hidden.includes(name)),
  );
  return { ...entry, data, changes };
};

const never = "1970-01-01T00:00:00.000Z";

/** What is there before anybody wrote it is shown as from the beginning of time. */
const dated = <R extends RecordBase>(record: R): R =>
  record.version === 0 ? { ...record, createdAt: never, updatedAt: never } : record;

/** Models, places, vendors and the like are seen whole or not at all. */
export const viewKept = <R extends Kept>(actor: Actor, record: R): R | undefined => {
  if (!may(actor, "asset:read_all")) return undefined;
  const actions = may(actor, "asset:administer") ? [...keptLifecycle.allowed(record.state)] : [];
  return { ...record, actions };
};

/** What costs money by contract is for those who answer for money. */
export const viewContract = (actor: Actor, contract: Contract): Contract | undefined => {
  if (!may(actor, "asset:read_costs")) return undefined;
  const byPeople = contractLifecycle.allowed(contract.state).filter((action) => action !== "expire");
  return { ...contract, actions: may(actor, "asset:manage") ? byPeople : [] };
};

export const viewEntitlement = (actor: Actor, entitlement: Entitlement): Entitlement | undefined => {
  if (!may(actor, "asset:read_costs")) return undefined;
  const actions = may(actor, "asset:manage") ? [...entitlementLifecycle.allowed(entitlement.state)] : [];
  return { ...entitlement, actions };
};

export const viewInstallation = (actor: Actor, installation: Installation): Installation | undefined => {
  if (!may(actor, "asset:read_all")) return undefined;
  const isThere = installation.state === "installed";
  return { ...dated(installation), actions: isThere && may(actor, "asset:report") ? ["remove"] : [] };
};

/** Everybody sees what they themselves have a right to. */
export const viewSeat = (actor: Actor, seat: Seat): Seat | undefined => {
  const isOwn = seat.unit?.kind === "person" && seat.unit.id === actor.id;
  if (!isOwn && !may(actor, "asset:read_all")) return undefined;
  const isGiven = seat.state === "allocated";
  return { ...dated(seat), actions: isGiven && may(actor, "asset:manage") ? ["release"] : [] };
};

/** What was never found is nothing to see, but for the service that looks. */
export const viewUnaccounted = (actor: Actor, finding: Unaccounted): Unaccounted | undefined => {
  if (actor.permissions.has("*")) return finding;
  if (!may(actor, "asset:read_all") || finding.version === 0) return undefined;
  const isOpen = finding.state === "open";
  return { ...finding, actions: isOpen && may(actor, "asset:manage") ? ["dismiss"] : [] };
};

export const viewAudit = (actor: Actor, audit: Audit): Audit | undefined => {
  if (!may(actor, "asset:read_all")) return undefined;
  return { ...audit, actions: may(actor, "asset:handle") ? [...auditLifecycle.allowed(audit.state)] : [] };
};

export const viewPosition = (actor: Actor, position: Position): Position | undefined =>
  may(actor, "asset:read_all") ? dated(position) : undefined;

export const viewStock = (actor: Actor, stock: Stock): Stock | undefined =>
  may(actor, "asset:read_all") ? dated(stock) : undefined;
