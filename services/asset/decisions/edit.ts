import * as z from "zod";
import { changedFields } from "../../../shared/domain/changed-fields.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Asset, AssetFields, Cost } from "../asset.ts";
import { AssetCostAdded, AssetUpdated } from "../events.ts";
import type { Model } from "../model.ts";
import { Money } from "../money.ts";
import { command, happened, violation } from "./command.ts";

const { name: _name, ...removable } = AssetFields.shape;
const nullable = Object.fromEntries(
  Object.entries(removable).map(([field, schema]) => [field, schema.nullable()]),
) as { [K in keyof typeof removable]: z.ZodNullable<(typeof removable)[K]> };

/** One asset, one currency: sums over its life would mean nothing else. */
const currencyWith = ({ currency, costs }: Asset, given: string | undefined): string | undefined => {
  if (given === undefined || given === currency) return currency;
  if (costs.length > 0) throw violation("body.purchase.currency", `Its costs are in ${currency}`);
  return given;
};

const Edits = z.strictObject({ name: AssetFields.shape.name, ...nullable });
export type Edits = z.output<typeof Edits>;

/** Corrects or adds facts; null removes one. */
export const edit = command({
  body: Edits,
  decide: (asset, body) => {
    const wanted = Object.fromEntries(
      Object.entries(body).flatMap(([field, value]) =>
        value === undefined ? [] : [[field, value ?? undefined]],
      ),
    ) as Partial<Asset>;
    const currency = currencyWith(asset, body.purchase?.currency);
    // Another last day is told of anew.
    const noticed = "warrantyEndsOn" in wanted ? { warrantyNoticed: undefined } : {};
    const changes = changedFields(asset, { ...wanted, ...noticed, currency });
    return Object.keys(changes).length === 0 ? [] : [happened(AssetUpdated, asset, changes)];
  },
});

/** As many as one looks at; each is part of the record. */
const mostCosts = 200;

/** What it cost, or brought in, besides the purchase. */
export const addCost = command({
  body: z.strictObject({
    at: z.iso.date().optional().describe("Today unless given"),
    kind: Cost.shape.kind,
    cost: Money,
    note: z.string().trim().min(1).max(500).optional(),
  }),
  decide: (asset, { at, kind, cost, note }, { now }) => {
    if (asset.currency !== undefined && asset.currency !== cost.currency)
      throw new Refusal("invalid_input", undefined, [
        { path: "body.cost.currency", message: `All its amounts are in ${asset.currency}` },
      ]);
    if (asset.costs.length >= mostCosts) throw violation("body", `At most ${mostCosts} costs of one asset`);
    const entry = { at: at ?? now.slice(0, 10), kind, amount: cost.amount, note };
    const changes = { costs: [...asset.costs, entry], currency: cost.currency };
    return [happened(AssetCostAdded, asset, changes)];
  },
});

/** What its model says of it is something else now. What it is called is not: people may have named it. */
export const followModel = (asset: Asset, model: Pick<Model, "name" | "manufacturer" | "ciClassId">) => {
  const { name: modelName, manufacturer, ciClassId } = model;
  const changes = changedFields<Asset>(asset, { modelName, manufacturer, ciClassId });
  return Object.keys(changes).length === 0 || asset.state === "retired"
    ? []
    : [happened(AssetUpdated, asset, changes)];
};

/** Its configuration item is known. */
export const linkCi = (asset: Asset, ciId: string | undefined) =>
  asset.ciId === ciId ? [] : [happened(AssetUpdated, asset, { ciId })];
