import * as z from "zod";

/**
 * How the value of an asset is written off, month by month from the month of its effective date on. The sum of
 * all months is the cost less the salvage value, to the minor unit.
 */
export const DepreciationTerms = z
  .strictObject({
    method: z.enum(["straight_line", "declining_balance"]),
    months: z.number().int().min(1).max(600).describe("Useful life"),
    salvagePercent: z
      .number()
      .int()
      .min(0)
      .max(100)
      .default(0)
      .describe("Part of the cost that is left in the end"),
    factor: z
      .number()
      .int()
      .min(100)
      .max(400)
      .default(200)
      .describe("Percent of the straight-line rate that a year of declining balance takes: 200 is double"),
  })
  .describe("How its value is written off");
export type DepreciationTerms = z.infer<typeof DepreciationTerms>;
