import * as z from "zod";
import { changedFields } from "../../../shared/domain/changed-fields.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { ShortText } from "../../../shared/domain/texts.ts";
import { type Decision, type Occurrence, occurred } from "../../../shared/dynamo/record.ts";
import { PersonId } from "../asset.ts";
import type { StockMove } from "../events.ts";
import { StockLow, StockMoved, StockReplenished, StockRuleSet, type StockSnapshot } from "../events-stock.ts";
import { StockroomId } from "../kept-ids.ts";
import type { Stock, StockRule } from "../stock.ts";

type By = Pick<StockMove, "onHand" | "available">;
type Why = {
  readonly reason: string;
  readonly personId?: string | undefined;
  readonly note?: string | undefined;
};

const snapshotOf = (stock: Stock): StockSnapshot => {
  const { id, stockroomId, modelId, onHand, available, minimum, reorderQuantity, isLow } = stock;
  return { id, stockroomId, modelId, onHand, available, minimum, reorderQuantity, isLow };
};

/** Below the minimum it is told once, until there is enough again. */
const level = (stock: Stock): Decision<Stock> => {
  const isLow = stock.minimum !== undefined && stock.available < stock.minimum;
  if (isLow === stock.isLow) return [];
  const event = isLow ? StockLow : StockReplenished;
  return [occurred(event, { stock: snapshotOf({ ...stock, isLow }) }, { isLow })];
};

/** What is kept of a stock that nobody has written yet. */
const begun = ({ version, stockroomId, modelId, isLow }: Stock): Partial<Stock> =>
  version === 0 ? { stockroomId, modelId, isLow } : {};

/** An entry of the ledger, and what it means for the level. */
export const moveStock = (stock: Stock, by: By, why: Why): Decision<Stock> => {
  const counts = { onHand: stock.onHand + by.onHand, available: stock.available + by.available };
  const now = { ...stock, ...counts };
  const { onHand, available } = by;
  const moved: Occurrence<Stock> = occurred(
    StockMoved,
    { stock: snapshotOf(now), by: { onHand, available }, ...why },
    { ...begun(stock), ...counts },
  );
  return [moved, ...level(now)];
};

export const setStockRule = (stock: Stock, { minimum, reorderQuantity }: StockRule): Decision<Stock> => {
  const changes = changedFields<Stock>(stock, { minimum, reorderQuantity });
  if (Object.keys(changes).length === 0) return [];
  const now = { ...stock, ...changes };
  const { onHand, available } = stock;
  const counts = stock.version === 0 ? { onHand, available } : {};
  const set = occurred<{ stock: StockSnapshot }, Stock>(
    StockRuleSet,
    { stock: snapshotOf(now) },
    { ...begun(stock), ...counts, ...changes },
  );
  return [set, ...level(now)];
};

const Quantity = z.number().int().min(1).max(100_000);

export const ReceiveStock = z.strictObject({ quantity: Quantity, note: ShortText.optional() });
export const IssueStock = z.strictObject({
  quantity: Quantity.default(1),
  personId: PersonId.optional().describe("Who gets it"),
  note: ShortText.optional(),
});
export const TransferStock = z.strictObject({
  toStockroomId: StockroomId.describe("Where they are from now on"),
  quantity: Quantity,
  note: ShortText.optional(),
});
export const CountStock = z.strictObject({
  counted: z.number().int().min(0).max(1_000_000).describe("What is really there"),
  note: ShortText.optional(),
});

export const receiveStock = (stock: Stock, { quantity, note }: z.output<typeof ReceiveStock>) =>
  moveStock(stock, { onHand: quantity, available: quantity }, { reason: "received", note });

const mustHave = ({ available }: Stock, quantity: number): void => {
  if (available >= quantity) return;
  const message = `There are ${available}`;
  throw new Refusal("rule_violation", undefined, [{ path: "body.quantity", message }]);
};

/** Hands out consumables; no more than there are. */
export const issueStock = (stock: Stock, { quantity, personId, note }: z.output<typeof IssueStock>) => {
  mustHave(stock, quantity);
  return moveStock(stock, { onHand: -quantity, available: -quantity }, { reason: "issued", personId, note });
};

/** Consumables go to another stockroom: one entry of the ledger on either side, or none. */
export const transferStock = (
  from: Stock,
  to: Stock,
  { quantity, note }: z.output<typeof TransferStock>,
): readonly [Decision<Stock>, Decision<Stock>] => {
  mustHave(from, quantity);
  const why = { reason: "transferred", note };
  return [
    moveStock(from, { onHand: -quantity, available: -quantity }, why),
    moveStock(to, { onHand: quantity, available: quantity }, why),
  ];
};

/** A count is right, whatever the ledger said: the difference is an entry of its own. */
export const countStock = (stock: Stock, { counted, note }: z.output<typeof CountStock>) => {
  const by = counted - stock.onHand;
  return by === 0 ? [] : moveStock(stock, { onHand: by, available: by }, { reason: "counted", note });
};
