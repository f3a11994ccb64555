import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { type Asset, AssetId } from "../asset.ts";
import type { AssetEvent, StockMove } from "../events.ts";
import type { Kit } from "../kit.ts";
import type { Circumstances } from "./command.ts";
import { violation } from "./command.ts";
import { checkOut } from "./hand-out.ts";

/** As many as fit into one transaction. */
const most = 12;

export const CheckOutTogether = checkOut.body.extend({
  assetIds: z
    .array(AssetId)
    .min(1)
    .max(most)
    .refine((ids) => new Set(ids).size === ids.length, "Each asset once")
    .describe("As `pickAssetKit` answers them"),
});
type CheckOutTogether = z.output<typeof CheckOutTogether>;

/** Neither more nor less than the kit says. */
const mustBeKit = (kit: Kit, assets: readonly Asset[]): void => {
  for (const { modelId, quantity } of kit.parts) {
    const given = assets.filter((asset) => asset.modelId === modelId).length;
    if (given !== quantity) throw violation("body.assetIds", `${kit.name}: ${quantity} of ${modelId}`);
  }
  const all = kit.parts.reduce((sum, { quantity }) => sum + quantity, 0);
  if (assets.length !== all) throw violation("body.assetIds", `${kit.name} is ${all} assets`);
};

/** The first event also tells what of the stock goes along: its ledger follows events of assets. */
const withMoves = ([first, ...rest]: Decision<Asset>, moves: readonly StockMove[]): Decision<Asset> => {
  if (first === undefined) return [];
  const event = first.data as AssetEvent;
  return [{ ...first, data: { ...event, moves: [...(event.moves ?? []), ...moves] } }, ...rest];
};

/** A person gets all of it or nothing; `moves`: what the kit takes of consumables. */
export const checkOutTogether = (
  assets: readonly (Asset | undefined)[],
  { assetIds, ...body }: CheckOutTogether,
  kit: Kit,
  on: Circumstances,
  moves: readonly StockMove[] = [],
): readonly Decision<Asset>[] => {
  const there = assets.map((asset, at) => {
    if (asset !== undefined) return asset;
    const message = `There is no ${assetIds[at]}`;
    throw new Refusal("invalid_input", undefined, [{ path: `body.assetIds.${at}`, message }]);
  });
  mustBeKit(kit, there);
  const decisions = there.map((asset) => checkOut.decide(asset, body, on));
  return moves.length === 0 ? decisions : [withMoves(decisions[0] ?? [], moves), ...decisions.slice(1)];
};
