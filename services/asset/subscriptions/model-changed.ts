import { forEachId } from "../../../shared/dynamo/for-each.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { followModel } from "../decisions/edit.ts";
import { AssetModelChanged } from "../events-kept.ts";
import type { AssetContext } from "../table.ts";

export const modelChanged = subscription({
  id: "asset-model-changed",
  summary: "Assets of the model take over its name and the class of their configuration items.",
  event: AssetModelChanged,
  where: { model: { kind: ["hardware"] } },
  handle: async ({ meta }, { assets, models }: AssetContext) => {
    // The first version of a model has no assets yet.
    if (meta.sequence === 1) return;
    // Events come in any order: what counts is what the model says now.
    const model = await models.get(meta.subject);
    await forEachId(assets.ids({ index: "byModel", partition: model.id }), (id) =>
      assets.update(id, undefined, (asset) => followModel(asset, model)),
    );
  },
});
