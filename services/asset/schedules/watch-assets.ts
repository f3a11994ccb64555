import { forEachId } from "../../../shared/dynamo/for-each.ts";
import type { Schedule } from "../../../shared/service.ts";
import { remind } from "../decisions/remind.ts";
import type { AssetContext } from "../table.ts";

export const watchAssets: Schedule<AssetContext> = {
  id: "watch-assets",
  summary:
    "Asks for what was not brought back in time and whether it is there, and tells of warranties that end.",
  every: "rate(15 minutes)",
  handle: async ({ deadline }, { assets, now }) => {
    const due = assets.ids({ index: "due", partition: "asset", upTo: `${now()}~` });
    // The index may lag behind: what is due is asked of the asset itself.
    await forEachId(due, (id) => assets.update(id, undefined, (asset) => remind(asset, now())), deadline);
  },
};
