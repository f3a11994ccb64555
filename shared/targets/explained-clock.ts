import * as z from "zod";
import { ClockSummary } from "./clock-summary.ts";
import { PointAction, Target } from "./terms.ts";

const Segment = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime().optional().describe("Absent for what still lasts"),
  kind: z
    .enum(["running", "closed", "paused", "stopped", "waiting", "earlier_run"])
    .describe("Only `running` uses the target; `closed`: it runs, but the calendar is closed"),
  because: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .optional()
    .describe("The facts that paused or stopped it"),
  closedFor: z.enum(["outside_hours", "day_off", "holiday", "special_day"]).optional(),
  holiday: z.string().optional(),
  workingMs: z.number().describe("Working time in it, by the calendar"),
  isSummed: z.boolean().optional().describe("Long ago: opening hours are not listed one by one"),
});
export type Segment = z.infer<typeof Segment>;

/** Why a clock says what it says: every stretch of time since the record began, with its reason. */
export const ExplainedClock = ClockSummary.extend({
  agreementName: z.string(),
  calendar: z
    .object({ id: z.string(), name: z.string(), timeZone: z.string() })
    .optional()
    .describe("Absent: the time is counted around the clock"),
  isAroundTheClock: z.boolean().describe("No calendar was agreed on: every hour of every day counts"),
  target: Target,
  targetMs: z.number().optional().describe("Working time; absent where the calendar never opens so long"),
  usedMs: z.number(),
  leftMs: z.number().optional().describe("Negative when it is over"),
  startedAt: z.iso.datetime().optional(),
  points: z.array(
    z.object({
      id: z.string(),
      at: z.iso.datetime().optional().describe("When it fell or will fall; absent while that is open"),
      hasFallen: z.boolean(),
      actions: z.array(PointAction),
    }),
  ),
  segments: z.array(Segment),
}).meta({ id: "ExplainedClock" });
export type ExplainedClock = z.infer<typeof ExplainedClock>;
