import * as z from "zod";
import { ClockSummary } from "./clock-summary.ts";
import { clocksOf, type PolicyClock, type Terms } from "./clocks.ts";
import { explain } from "./explain.ts";
import { ExplainedClock } from "./explained-clock.ts";
import type { ClockedRecord } from "./keep-clocks.ts";
import type { Facts } from "./terms.ts";

export const explainedAt = {
  at: z.iso.datetime().describe("The moment it is explained for"),
  targetAt: z.iso.datetime().optional(),
};

export const ExplainedClocks = z.array(ExplainedClock).describe("Every clock under the terms of today");

/** What a record keeps of its clocks; `what` is the record in people's words. */
export const recordedClocks = (what: string) =>
  z
    .array(ClockSummary)
    .describe(`As the ${what} keeps them; what was settled when it was done stays so when terms change`);

/** Explains the clocks of a record at an instant (ISO 8601), but for those that are not to be shown. */
export const explainClocks = (
  { timeline = [] }: Pick<ClockedRecord, "timeline">,
  facts: Facts,
  terms: Terms,
  at: string,
  isShown: (clock: PolicyClock) => boolean = () => true,
) =>
  clocksOf(terms, timeline, facts, Date.parse(at))
    .filter(isShown)
    .map((clock) => explain(clock, Date.parse(at)));
