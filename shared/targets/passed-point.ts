import * as z from "zod";
import { PointAction } from "./terms.ts";

/** What an event tells of a point or breach: to be part of the events of every service whose records have clocks. */
export const PassedPoint = z.object({
  agreementId: z.string(),
  agreementName: z.string(),
  internal: z.boolean().describe("Between teams: not for those the record is for"),
  metric: z.string(),
  point: z.string().optional().describe("Which point; absent when the time is over"),
  dueAt: z.string().optional().describe("When the metric is or was due"),
  passedAt: z.string().describe("When it fell; the event may be later"),
  actions: z.array(PointAction).describe("What the agreement wants done; `notify` is for who can"),
});
export type PassedPoint = z.infer<typeof PassedPoint>;
