import { lazily } from "../../parts/lazily.tsx";
import type { AssetsByIdsProps } from "./assets-by-ids.tsx";

/** The list of assets that another record names; a list is a third of a page's code. */
export const AssetsByIds = lazily<AssetsByIdsProps>(
  async () => (await import("./assets-by-ids.tsx")).AssetsByIds,
);
