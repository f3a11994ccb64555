import { assetGrants } from "../../../services/asset/access.ts";
import type { Asset } from "../../../services/asset/asset.ts";
import type { Circumstances, Named } from "../../../services/asset/decisions/command.ts";
import type { Model } from "../../../services/asset/model.ts";
import type { Stockroom } from "../../../services/asset/places.ts";
import { type Actor, granted } from "../../../shared/access/actor.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";

const base = { version: 1, createdAt: "2026-03-01T10:00:00.000Z", updatedAt: "2026-03-01T10:00:00.000Z" };
export const now = "2026-03-02T10:00:00.000Z";

export const actor = (id: string, ...roles: readonly string[]): Actor => ({
  id,
  roles: ["employee", ...roles],
  teams: [],
  permissions: granted(assetGrants, ["employee", ...roles]),
});

export const model: Model = {
  ...base,
  id: "MDL0000001",
  state: "active",
  name: "Laptop 14",
  kind: "hardware",
  metric: "device",
  coreMinimum: 0,
  underUsedBelow: 80,
};
export const stockroom: Stockroom = { ...base, id: "STR0000001", state: "active", name: "Cellar" };
export const location = { ...base, id: "LOC0000001", state: "active", name: "Oslo" } as const;

export const on = (named: Named = {}, who = actor("ann", "agent"), at = now): Circumstances => ({
  actor: who,
  now: at,
  named: { model, stockroom, location, ...named },
});

export const asset = (more: Partial<Asset> = {}): Asset => ({
  ...base,
  id: "AST0000001",
  name: "Laptop 14",
  modelId: model.id,
  modelName: model.name,
  kind: "hardware",
  state: "in_stock",
  substate: "available",
  stockroomId: stockroom.id,
  reservations: [],
  costs: [],
  ...more,
});

/** A record as a decision leaves it. */
export const applied = <R extends object>(record: R, decision: Decision<R>): R =>
  Object.assign({}, record, ...decision.map(({ changes }) => changes));

export const inUse = (more: Partial<Asset> = {}): Asset =>
  asset({ state: "in_use", substate: "none", stockroomId: undefined, holderId: "eve", ...more });

/** What a decision's events moved in stock. */
export const movesOf = (decision: Decision<Asset>): readonly unknown[] =>
  decision.flatMap(({ data }) => (data as { moves?: readonly unknown[] }).moves ?? []);
