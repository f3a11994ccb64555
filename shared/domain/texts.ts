import * as z from "zod";

/** Ids that come from elsewhere (people, other services' records): any text without control characters. */
export const ForeignId = z
  .string()
  .trim()
  .min(1)
  .max(128)
  .regex(/^[^\p{Cc}]*$/u, "No control characters");

/** A line of text. */
export const ShortText = z.string().trim().min(1).max(200);

/** Up to 48 kB in UTF-8: a save that replaces every long text still fits the 400 kB of one history item. */
export const LongText = z.string().trim().min(1).max(16_000);
