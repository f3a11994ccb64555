import { Refusal } from "../../shared/domain/refusal.ts";
import type { Decision } from "../../shared/dynamo/record.ts";
import { createErrand, type Errand, isOpenErrand } from "../../shared/errands/errand.ts";
import { keptList } from "../../shared/kept/kept.ts";
import type { StepAsked } from "../request/events-steps.ts";
import type { Asset } from "./asset.ts";
import { AssetErrandAnswered } from "./events-errands.ts";
import { stockIdOf } from "./stock.ts";
import { type AssetContext, paths } from "./table.ts";

/** What a request asks for, and for whom. */
export type Asked = StepAsked & { readonly personId: string };

/** As many as are tried before people look after it: each was free a moment ago. */
const mostTries = 10;

export const errandOf = ({ errandId }: Asked, context: AssetContext): Errand =>
  createErrand((name) => context.part(name).errands, AssetErrandAnswered, errandId);

/** Assets of a model that are to be had, oldest first: in the stockroom that is named, or in any. */
async function* free({ modelId = "", stockroomId }: Asked, { assets, stockrooms }: AssetContext) {
  const rooms: string[] = [];
  if (stockroomId !== undefined) rooms.push(stockroomId);
  else for await (const ids of stockrooms.ids(keptList(paths.stockroom, "active"))) rooms.push(...ids);
  for (const room of rooms) {
    const partition = stockIdOf(room, modelId);
    for await (const ids of assets.ids({ index: "available", partition })) yield* ids;
  }
}

/** The asset that an errand is about: the one it names, or the next that is to be had. */
const nextAsset = async (asked: Asked, tried: readonly string[], context: AssetContext) => {
  if (asked.assetId !== undefined) return tried.includes(asked.assetId) ? undefined : asked.assetId;
  for await (const id of free(asked, context)) if (!tried.includes(id)) return id;
  return undefined;
};

const refusalOf = async (doing: Promise<unknown>): Promise<string | undefined> => {
  try {
    await doing;
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [error.message, ...error.violations.map(({ message }) => message)].join(": ");
  }
};

/**
 * Does something to one asset for a request. Which one is written down before anything happens to it, so that a
 * repetition goes on with the same; one that was taken by somebody else meanwhile is dropped for the next.
 */
export const withAsset = async (
  asked: Asked,
  context: AssetContext,
  decide: (asset: Asset) => Decision<Asset>,
  outcome: "done" | "waiting" = "done",
): Promise<void> => {
  const errand = errandOf(asked, context);
  let record = await errand.load();
  let why = "None of them is in stock";
  for (let tries = 0; isOpenErrand(record) && tries < mostTries; tries++) {
    const next = record.recordId ?? (await nextAsset(asked, record.tried, context));
    if (next === undefined) break;
    record = await errand.take(next);
    const taken = record.recordId;
    if (taken === undefined) continue;
    const refused = await refusalOf(context.part(`act#${taken}`).assets.update(taken, undefined, decide));
    if (refused === undefined) {
      await errand.answer({ outcome, recordId: taken });
      return;
    }
    why = refused;
    record = await errand.drop(taken);
  }
  if (isOpenErrand(record)) await errand.answer({ outcome: "failed", text: why.slice(0, 500) });
};
