import * as z from "zod";

/** What an incident may become: another service hears that it should, and makes the record. */
export const ConversionTarget = z.enum(["problem", "change", "request"]);

export const conversionFields = {
  conversions: z.array(ConversionTarget).optional().describe("What it was made into, beside what it stays"),
};
