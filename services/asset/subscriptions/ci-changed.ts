import { Refusal } from "../../../shared/domain/refusal.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import { ciMoves } from "../../configuration/events-moves.ts";
import { AssetId } from "../asset.ts";
import { linkCi } from "../decisions/edit.ts";
import { judgeCi } from "../judge-ci.ts";
import { type KnownCi, knownCi } from "../known-ci.ts";
import type { AssetContext } from "../table.ts";

/** An asset learns which configuration item it is. What names no asset of ours is nobody's. */
const link = async ({ ci }: KnownCi, { assets }: AssetContext): Promise<void> => {
  if (!AssetId.safeParse(ci.assetId).success) return;
  await assets
    .update(String(ci.assetId), undefined, (asset) => linkCi(asset, ci.id))
    .catch((error: unknown) => {
      if (!(error instanceof Refusal && error.code === "not_found")) throw error;
    });
};

export const ciChanged = ciMoves.map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "Ties assets to their configuration items, and finds items that no asset accounts for.",
    event,
    handle: async ({ meta, data }, context: AssetContext) => {
      const told = knownCi(meta.sequence, data.ci);
      const { news, before } = await context.cis.keep(meta, told);
      // A repeat, also one that was overtaken, may come because the first try failed before it had done anything.
      const current = news === "old" && before ? before : told;
      await link(current, context);
      await judgeCi(current, context);
    },
  }),
);
