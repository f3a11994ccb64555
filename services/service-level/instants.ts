import * as z from "zod";

/** A moment to ask a calendar about: far enough from the ends of what dates can say. */
export const Instant = z.iso
  .datetime({ offset: true })
  .refine((text) => /^(19[7-9]|20|21)/.test(text), "A moment from 1970 to 2199")
  .transform((text) => Date.parse(text));

/** Epoch ms as the API writes it. */
export const iso = (at: number): string => new Date(at).toISOString();
