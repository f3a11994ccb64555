import * as z from "zod";

/** Schemas of the numbers that reports have in common. */
export const count = z.number().int();
export const share = z
  .number()
  .min(0)
  .max(1)
  .optional()
  .describe("Between 0 and 1; absent where there is nothing");
export const duration = z
  .object({
    mean: z.number().int().optional(),
    median: z.number().int().optional(),
    percentile90: z.number().int().optional(),
  })
  .describe(
    "Minutes around the clock; the mean exactly, median and 90th percentile to about 5 %; absent where there is nothing",
  );
