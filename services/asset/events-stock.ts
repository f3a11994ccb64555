import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

const source = "itsm.asset";

/** What a stockroom has of a model after the event. */
export const StockSnapshot = z.object({
  id: z.string(),
  stockroomId: z.string(),
  modelId: z.string(),
  onHand: z.number().int().describe("All that is there, also what is reserved, defective or set aside"),
  available: z.number().int().describe("What may be handed out"),
  minimum: z.number().int().optional(),
  reorderQuantity: z.number().int().optional(),
  isLow: z.boolean(),
});
export type StockSnapshot = z.infer<typeof StockSnapshot>;
const data = z.object({ stock: StockSnapshot });

/** An entry of the ledger: what came in or went out, by how much and why. */
export const StockMoved = defineEvent({
  source,
  type: "StockMoved",
  version: 1,
  summary: "A stockroom has more or less of a model than before.",
  data: data.extend({
    by: z.object({ onHand: z.number().int(), available: z.number().int() }),
    reason: z
      .string()
      .describe("Event that moved it, or `received`, `issued`, `returned`, `transferred`, `counted`"),
    personId: z.string().optional().describe("To whom it was issued, or who returned it"),
    note: z.string().optional(),
  }),
});
export const StockRuleSet = defineEvent({
  source,
  type: "StockRuleSet",
  version: 1,
  summary: "How much of a model a stockroom should have at least was decided.",
  data,
});
export const StockLow = defineEvent({
  source,
  type: "StockLow",
  version: 1,
  summary: "A stockroom has less of a model than it should: order as many as the rule says.",
  data,
});
export const StockReplenished = defineEvent({
  source,
  type: "StockReplenished",
  version: 1,
  summary: "A stockroom has enough of a model again.",
  data,
});

export const stockEvents = [StockMoved, StockRuleSet, StockLow, StockReplenished];
