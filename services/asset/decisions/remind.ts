import type { Decision } from "../../../shared/dynamo/record.ts";
import type { Asset } from "../asset.ts";
import { AssetReturnOverdue, AssetWarrantyEnding } from "../events.ts";
import { after, happened } from "./command.ts";
import { chaseAt, warrantyNoticeAt } from "./due.ts";

const isDue = (at: string | undefined, now: string): boolean => at !== undefined && at <= now;

const chase = (asset: Asset, now: string): Decision<Asset> =>
  isDue(chaseAt(asset), now) ? [happened(AssetReturnOverdue, asset, { chasedAt: now })] : [];

const warn = (asset: Asset, now: string): Decision<Asset> =>
  isDue(warrantyNoticeAt(asset), now)
    ? [happened(AssetWarrantyEnding, asset, { warrantyNoticed: true })]
    : [];

/** Tells of everything about an asset whose time has come. */
export const remind = (asset: Asset, now: string): Decision<Asset> => {
  const chased = chase(asset, now);
  return [...chased, ...warn(after(asset, chased), now)];
};
