import * as z from "zod";
import { recordFields } from "../../shared/domain/record-fields.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import type { Asset } from "./asset.ts";
import type { StockMove } from "./events.ts";
import { StockroomId } from "./kept-ids.ts";
import { ModelId } from "./model.ts";

export const StockId = z
  .string()
  .regex(/^STR\d{7,12}\.MDL\d{7,12}$/, "A stockroom and a model such as STR0000001.MDL0000001");

const Quantity = z.number().int().min(0).max(1_000_000);

export const StockRule = z
  .strictObject({
    minimum: Quantity.optional().describe("With less than this to be had it is reordered; absent: never"),
    reorderQuantity: Quantity.min(1).optional().describe("How many to order then"),
  })
  .describe("When to order more");
export type StockRule = z.infer<typeof StockRule>;

/**
 * What a stockroom has of a model. Its history is the ledger: every entry moves the counts by a number, so they
 * come out the same in whatever order entries come; on the way they may be below zero.
 */
export const Stock = z
  .object({
    id: StockId,
    ...recordFields,
    stockroomId: StockroomId,
    modelId: ModelId,
    onHand: z.number().int().describe("All that is there, also what is reserved, defective or set aside"),
    available: z.number().int().describe("What may be handed out"),
    ...StockRule.shape,
    isLow: z.boolean(),
  })
  .meta({ id: "Stock" });
export type Stock = z.infer<typeof Stock> & RecordBase;

export const stockIdOf = (stockroomId: string, modelId: string): string => `${stockroomId}.${modelId}`;

/** Before anything came in there is nothing, since no time that anybody could name. */
export const emptyStock = (id: string): Stock | undefined => {
  if (!StockId.safeParse(id).success) return undefined;
  const [stockroomId = "", modelId = ""] = id.split(".");
  const none = { onHand: 0, available: 0, isLow: false };
  return { id, version: 0, stockroomId, modelId, ...none } as Stock;
};

type Placed = Pick<Asset, "state" | "substate" | "stockroomId" | "modelId">;

const countedIn = ({ state, substate, stockroomId, modelId }: Partial<Placed>): StockMove[] =>
  state === "in_stock" && stockroomId !== undefined && modelId !== undefined
    ? [
        {
          stockId: stockIdOf(stockroomId, modelId),
          onHand: 1,
          available: substate === "available" ? 1 : 0,
        },
      ]
    : [];

/** What a change of an asset means for the stock it was counted in and the one it is counted in now. */
export const movesBetween = (before: Partial<Placed>, after: Partial<Placed>): StockMove[] => {
  const sums = new Map<string, StockMove>();
  const add = (moves: readonly StockMove[], sign: 1 | -1) => {
    for (const { stockId, onHand, available } of moves) {
      const sum = sums.get(stockId) ?? { stockId, onHand: 0, available: 0 };
      sums.set(stockId, {
        stockId,
        onHand: sum.onHand + sign * onHand,
        available: sum.available + sign * available,
      });
    }
  };
  add(countedIn(before), -1);
  add(countedIn(after), 1);
  return [...sums.values()].filter(({ onHand, available }) => onHand !== 0 || available !== 0);
};
