import * as z from "zod";

/** An amount in the currency's minor unit (cents), so that nothing is ever rounded by being stored. */
const Amount = z.number().int().min(0).max(1_000_000_000_000).describe("In the currency's minor unit");

export const Money = z.strictObject({
  amount: Amount,
  currency: z.string().regex(/^[A-Z]{3}$/, "A currency code of ISO 4217 such as EUR"),
});
export type Money = z.infer<typeof Money>;

export const Recurring = Money.extend({ every: z.enum(["month", "year"]) });
export type Recurring = z.infer<typeof Recurring>;
