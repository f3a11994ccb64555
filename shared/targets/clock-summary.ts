import * as z from "zod";

/** What a record keeps of each of its clocks: what lists show, and what is true until the next thing happens. */
export const ClockSummary = z.object({
  agreementId: z.string(),
  agreementVersion: z.number().int().describe("Which version of the agreement it was computed with"),
  metric: z.string(),
  internal: z.boolean().describe("Between teams"),
  state: z
    .enum(["waiting", "running", "paused", "stopped"])
    .describe("`waiting`: what starts it has not happened yet; `stopped`: settled, met unless `breached`"),
  dueAt: z.iso.datetime().optional().describe("Absent while it waits or is paused"),
  remainingMs: z
    .number()
    .optional()
    .describe("Of a paused clock: working time left, negative when it is over"),
  stoppedAt: z.iso.datetime().optional(),
  breached: z.boolean(),
});
export type ClockSummary = z.infer<typeof ClockSummary>;
