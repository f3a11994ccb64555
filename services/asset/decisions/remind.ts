import type { Decision } from "../../../shared/dynamo/record.ts";
import type { Asset } from "../asset.ts";
import { AssetAcceptanceReminded, AssetReturnOverdue, AssetWarrantyEnding } from "../events.ts";
import { after, happened } from "./command.ts";
import { acceptanceReminderAt, chaseAt, warrantyNoticeAt } from "./due.ts";

const isDue = (at: string | undefined, now: string): boolean => at !== undefined && at <= now;

const chase = (asset: Asset, now: string): Decision<Asset> =>
  isDue(chaseAt(asset), now) ? [happened(AssetReturnOverdue, asset, { chasedAt: now })] : [];

const warn = (asset: Asset, now: string): Decision<Asset> =>
  isDue(warrantyNoticeAt(asset), now)
    ? [happened(AssetWarrantyEnding, asset, { warrantyNoticed: true })]
    : [];

const askAgain = (asset: Asset, now: string): Decision<Asset> => {
  const { acceptance } = asset;
  if (acceptance === undefined || !isDue(acceptanceReminderAt(asset), now)) return [];
  return [happened(AssetAcceptanceReminded, asset, { acceptance: { ...acceptance, remindedAt: now } })];
};

/** Tells of everything about an asset whose time has come. */
export const remind = (asset: Asset, now: string): Decision<Asset> => {
  const chased = chase(asset, now);
  const warned = [...chased, ...warn(after(asset, chased), now)];
  return [...warned, ...askAgain(after(asset, warned), now)];
};
