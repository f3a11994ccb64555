import * as z from "zod";

/**
 * An amount in the currency's minor unit (cents), so that nothing is ever rounded by being stored. Whatever is
 * computed of amounts is computed in whole numbers of any size.
 */
export const Amount = z
  .number()
  .int()
  .min(0)
  .max(1_000_000_000_000)
  .describe("In the currency's minor unit, such as cents");
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, "A currency code of ISO 4217 such as EUR")
  .describe("Currency (ISO 4217)");

export const Money = z.strictObject({ amount: Amount, currency: Currency });
export type Money = z.infer<typeof Money>;
