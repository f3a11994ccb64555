import { forEachId, onePage } from "../../../shared/dynamo/for-each.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { followModel } from "../decisions/edit.ts";
import { AssetModelChanged } from "../events-kept.ts";
import { judgeCi } from "../judge-ci.ts";
import { cisOfClass, type KnownCi } from "../known-ci.ts";
import type { AssetContext } from "../table.ts";
import { type Unaccounted, unaccountedIdOf } from "../unaccounted.ts";

type Judged = Unaccounted["state"];

/** Without an asset and not found yet: it was there before assets of its class were kept. */
const isToBeFound = ({ ci }: KnownCi, judged: Judged): boolean =>
  ci.assetId === undefined && judged === "settled";

/** Found, and perhaps of a class that no assets are kept of any more. */
const isToBeSettled = (_known: KnownCi, judged: Judged): boolean => judged !== "settled";

/**
 * Judges CIs of a class and of those below it anew, page by page, each once. What is judged already is not looked at
 * again, so a run that ends too early is gone on with.
 */
const judgeAll = async (
  classId: string,
  isDue: typeof isToBeFound,
  seen: Set<string>,
  context: AssetContext,
): Promise<void> => {
  const { cis, unaccounted } = context;
  for await (const members of cis.pages(cisOfClass(classId), "")) {
    const ids = members.map(({ id }) => id).filter((id) => !seen.has(id));
    const [known, found] = await Promise.all([cis.known(ids), unaccounted.present(ids.map(unaccountedIdOf))]);
    const due = new Map(
      [...known].filter(([id, each]) => isDue(each, found.get(unaccountedIdOf(id))?.state ?? "settled")),
    );
    for (const id of due.keys()) seen.add(id);
    await forEachId(onePage(due.keys()), (id) => judgeCi(due.get(id) as KnownCi, context));
  }
};

/** The class that this version of a model gave up, by another one or by being retired. */
const formerClass = async (modelId: string, version: number, { models }: AssetContext) => {
  const changes = (await models.entry(modelId, version))?.changes ?? {};
  const { ciClassId, state } = changes;
  if (ciClassId?.from !== undefined) return String(ciClassId.from);
  return state?.to === "retired" ? (await models.get(modelId)).ciClassId : undefined;
};

export const modelChanged = subscription({
  id: "asset-model-changed",
  summary:
    "Assets of the model take over its name and the class of their configuration items; items of that class without an asset are found, those of a class that no model has any more are settled.",
  event: AssetModelChanged,
  where: { model: { kind: ["hardware"] } },
  handle: async ({ meta }, context: AssetContext) => {
    const { assets, models } = context;
    // Events come in any order: what counts is what the model says now.
    const model = await models.get(meta.subject);
    const seen = new Set<string>();
    if (model.state === "active" && model.ciClassId !== undefined)
      await judgeAll(model.ciClassId, isToBeFound, seen, context);
    // The first version of a model has no assets yet, and gave up nothing.
    if (meta.sequence === 1) return;
    const former = await formerClass(meta.subject, meta.sequence, context);
    if (former !== undefined) await judgeAll(former, isToBeSettled, seen, context);
    await forEachId(assets.ids({ index: "byModel", partition: model.id }), (id) =>
      assets.update(id, undefined, (asset) => followModel(asset, model)),
    );
  },
});
