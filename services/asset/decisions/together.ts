import * as z from "zod";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { unknownId } from "../../../shared/kept/named.ts";
import { type Asset, AssetId } from "../asset.ts";
import { KitId } from "../kept-ids.ts";
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
    .refine((ids) => new Set(ids).size === ids.length, "Each asset once"),
  kitId: KitId.optional().describe("They are this kit: refused unless they are all of it"),
});
type CheckOutTogether = z.output<typeof CheckOutTogether>;

/** Neither more nor less than the kit says. */
const mustBeKit = (kit: Kit | undefined, assets: readonly Asset[]): void => {
  if (kit === undefined) return;
  for (const { modelId, quantity } of kit.parts) {
    const given = assets.filter((asset) => asset.modelId === modelId).length;
    if (given !== quantity) throw violation("body.assetIds", `${kit.name}: ${quantity} of ${modelId}`);
  }
  const all = kit.parts.reduce((sum, { quantity }) => sum + quantity, 0);
  if (assets.length !== all) throw violation("body.assetIds", `${kit.name} is ${all} assets`);
};

/** A person gets all of it or nothing. */
export const checkOutTogether = (
  assets: readonly (Asset | undefined)[],
  { assetIds, kitId: _kit, ...body }: CheckOutTogether,
  kit: Kit | undefined,
  on: Circumstances,
): readonly Decision<Asset>[] => {
  const there = assets.map((asset, at) => {
    if (asset === undefined) throw unknownId(String(assetIds[at]), `body.assetIds.${at}`);
    return asset;
  });
  mustBeKit(kit, there);
  return there.map((asset) => checkOut.decide(asset, body, on));
};
