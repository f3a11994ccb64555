import * as z from "zod";
import type { Stretch } from "../../shared/time/windows.ts";
import { iso } from "./instants.ts";

/** A stretch of time and what it is on a calendar. */
export const SeenStretch = z.object({
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  is: z.enum(["open", "closed", "paused"]),
  reason: z
    .enum(["outside_hours", "day_off", "special_day", "holiday"])
    .optional()
    .describe("Why it is closed"),
  name: z.string().optional().describe("Of the holiday"),
});
export type SeenStretch = z.infer<typeof SeenStretch>;

export const seenStretch = (stretch: Stretch): SeenStretch => {
  const within = { from: iso(stretch.from), until: iso(stretch.until) };
  if (stretch.open) return { ...within, is: "open" };
  const { reason } = stretch;
  return { ...within, is: "closed", reason, ...("name" in stretch ? { name: stretch.name } : {}) };
};
