import { violation } from "./decisions/command.ts";
import type { StockMove } from "./events.ts";
import type { Kit } from "./kit.ts";
import { stockIdOf } from "./stock.ts";
import type { AssetContext } from "./table.ts";

type Parts = Kit["parts"];

/** What of a kit is handed out one by one, and what is counted. */
export const partsOf = async (
  { parts }: Kit,
  { models }: AssetContext,
): Promise<{ readonly hardware: Parts; readonly consumables: Parts }> => {
  const known = await models.some(parts.map(({ modelId }) => modelId));
  const counted = new Set(known.filter(({ kind }) => kind === "consumable").map(({ id }) => id));
  return {
    hardware: parts.filter(({ modelId }) => !counted.has(modelId)),
    consumables: parts.filter(({ modelId }) => counted.has(modelId)),
  };
};

/** How much of each a stockroom lacks. */
export const inStock = (consumables: Parts, stockroomId: string, { stocks }: AssetContext) =>
  Promise.all(
    consumables.map(async ({ modelId, quantity }) => {
      const { available } = await stocks.get(stockIdOf(stockroomId, modelId));
      return { modelId, quantity, lacking: Math.max(0, quantity - Math.max(0, available)) };
    }),
  );

/** What a kit takes of a stockroom's consumables. Refuses where there is less, or nobody said where from. */
export const taken = async (
  consumables: Parts,
  stockroomId: string | undefined,
  context: AssetContext,
): Promise<readonly StockMove[]> => {
  if (consumables.length === 0) return [];
  if (stockroomId === undefined) throw violation("body.stockroomId", "Where are its consumables taken from?");
  return (await inStock(consumables, stockroomId, context)).map(({ modelId, quantity, lacking }) => {
    if (lacking > 0) throw violation("body.stockroomId", `It lacks ${lacking} of ${modelId}`);
    return { stockId: stockIdOf(stockroomId, modelId), onHand: -quantity, available: -quantity };
  });
};
