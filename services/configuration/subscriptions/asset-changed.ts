import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import {
  AssetCheckedOut,
  AssetDeployed,
  AssetMoved,
  AssetReceived,
  AssetRecovered,
  AssetRepaired,
  AssetReportedMissing,
  AssetRetired,
  AssetReturned,
  AssetSent,
  AssetSentForRepair,
  AssetStocked,
  AssetUpdated,
} from "../../asset/events.ts";
import { bringUp } from "../follow-asset.ts";
import type { ConfigurationContext } from "../table.ts";

/** Every event after which the CI of an asset may be in another state, or be described otherwise. */
const events = [
  AssetReceived,
  AssetStocked,
  AssetSent,
  AssetDeployed,
  AssetCheckedOut,
  AssetReturned,
  AssetMoved,
  AssetSentForRepair,
  AssetRepaired,
  AssetReportedMissing,
  AssetRecovered,
  AssetRetired,
  AssetUpdated,
];

export const assetChanged = events.map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "An asset of a class of CIs has one, which is planned, live, away or retired as the asset is.",
    event,
    where: { asset: { ciClassId: [{ exists: true }] } },
    handle: async ({ meta, data: { asset } }, context: ConfigurationContext) => {
      if (asset.ciClassId === undefined) return;
      const told = { sequence: meta.sequence, asset };
      const { news, before } = await context.assets.keep(meta, told);
      // A repeat, also one that was overtaken, may come because the first try failed before it had done anything.
      await bringUp(news === "old" && before ? before : told, context);
    },
  }),
);
