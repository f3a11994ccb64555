import { forEachId, onePage } from "../../../shared/dynamo/for-each.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { followModel } from "../decisions/edit.ts";
import { AssetModelChanged } from "../events-kept.ts";
import { judgeCi } from "../judge-ci.ts";
import { cisOfClass, type KnownCi } from "../known-ci.ts";
import type { Model } from "../model.ts";
import type { AssetContext } from "../table.ts";
import { unaccountedIdOf } from "../unaccounted.ts";

/**
 * CIs that were there before assets of their class were kept are judged now, page by page. Those that a finding
 * is open for already are not looked at again, so a run that ends too early is gone on with.
 */
const judgeThoseThere = async ({ state, ciClassId }: Model, context: AssetContext): Promise<void> => {
  if (state !== "active" || ciClassId === undefined) return;
  const { cis, unaccounted } = context;
  for await (const members of cis.pages(cisOfClass(ciClassId), "")) {
    const ids = members.map(({ id }) => id);
    const [known, found] = await Promise.all([cis.known(ids), unaccounted.present(ids.map(unaccountedIdOf))]);
    const isDue = ({ ci }: KnownCi): boolean => {
      const { state: judged = "settled" } = found.get(unaccountedIdOf(ci.id)) ?? {};
      return ci.assetId === undefined && judged === "settled";
    };
    const due = new Map([...known].filter(([, each]) => isDue(each)));
    await forEachId(onePage(due.keys()), (id) => judgeCi(due.get(id) as KnownCi, context));
  }
};

export const modelChanged = subscription({
  id: "asset-model-changed",
  summary:
    "Assets of the model take over its name and the class of their configuration items; items of that class without an asset are found.",
  event: AssetModelChanged,
  where: { model: { kind: ["hardware"] } },
  handle: async ({ meta }, context: AssetContext) => {
    const { assets, models } = context;
    // Events come in any order: what counts is what the model says now.
    const model = await models.get(meta.subject);
    await judgeThoseThere(model, context);
    // The first version of a model has no assets yet.
    if (meta.sequence === 1) return;
    await forEachId(assets.ids({ index: "byModel", partition: model.id }), (id) =>
      assets.update(id, undefined, (asset) => followModel(asset, model)),
    );
  },
});
