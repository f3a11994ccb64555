import { usePages } from "../../api/use-pages.ts";
import { useWholeRecords } from "../../api/use-whole-records.ts";
import { useMe } from "../../session/me.ts";
import { askedFirst, isToBeConfirmed, isToBeReturned, type MyAsset } from "./asked.ts";

/** Everything that is in the person's name, what they are asked about first, with how much is asked. */
export const useMyAssets = () => {
  const { id } = useMe();
  const pages = usePages("GET /assets", { query: { holderId: id, limit: 100 } });
  const { items } = useWholeRecords<MyAsset>("GET /assets/{assetId}", "assetId", pages.items);
  // What was given away meanwhile is still known for a moment.
  const assets = items.filter(({ holderId }) => holderId === id);
  return {
    pages,
    assets: askedFirst(assets),
    toConfirm: assets.filter(isToBeConfirmed).length,
    toReturn: assets.filter(isToBeReturned).length,
  };
};
