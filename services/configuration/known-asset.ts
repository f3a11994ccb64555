import type { ProjectionType } from "../../shared/dynamo/projections.ts";
import type { AssetSnapshot } from "../asset/events.ts";

/** What configuration management keeps of an asset: its latest word, with the version that it is of. */
export type KnownAsset = { readonly sequence: number; readonly asset: AssetSnapshot };

/** Each asset is alone in a group of its own, so that it is read by one query. */
export const assetProjection: ProjectionType<KnownAsset> = {
  kind: "ASSET",
  memberships: ({ asset }) => [{ group: asset.id, order: "asset" }],
};

/**
 * The number of the CI that an asset is given, if none is found to be it: far above those that are counted, and
 * the same for each asset, so that two events of it cannot make two CIs.
 */
export const ciIdFor = (assetId: string): string =>
  `CI${900_000_000_000 + Number(assetId.replace(/\D/g, ""))}`;
