import * as z from "zod";
import { ClockSummary } from "./clock-summary.ts";
import { clocksOf, type PolicyClock, type Terms } from "./clocks.ts";
import { explain } from "./explain.ts";
import { ExplainedClock } from "./explained-clock.ts";
import type { ClockedRecord } from "./keep-clocks.ts";
import type { Facts } from "./terms.ts";

/** What an answer that explains service levels holds; `what` is the record in people's words. */
export const explainedLevels = (what: string) => ({
  at: z.iso.datetime().describe("The moment it is explained for"),
  targetAt: z.iso.datetime().optional(),
  serviceLevels: z.array(ExplainedClock).describe("Every clock under the terms of today"),
  recorded: z
    .array(ClockSummary)
    .describe(`As the ${what} keeps them; what was settled when it was done stays so when terms change`),
});

type Explained = Pick<ClockedRecord, "timeline"> & {
  readonly targetAt?: string | undefined;
  readonly serviceLevels?: readonly ClockSummary[] | undefined;
};

/** Explains the clocks of a record at an instant (ISO 8601), but for those that are not to be shown. */
export const explainLevels = (
  { timeline = [], serviceLevels = [], targetAt }: Explained,
  facts: Facts,
  terms: Terms,
  at: string,
  isShown: (clock: PolicyClock) => boolean = () => true,
) => ({
  at,
  targetAt,
  serviceLevels: clocksOf(terms, timeline, facts, Date.parse(at))
    .filter(isShown)
    .map((clock) => explain(clock, Date.parse(at))),
  recorded: [...serviceLevels],
});
