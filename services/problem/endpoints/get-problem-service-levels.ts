import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { ClockSummary } from "../../../shared/targets/clock-summary.ts";
import { clocksOf } from "../../../shared/targets/clocks.ts";
import { explain } from "../../../shared/targets/explain.ts";
import { ExplainedClock } from "../../../shared/targets/explained-clock.ts";
import { presentFacts } from "../clock-facts.ts";
import { problemParams } from "../command-endpoint.ts";
import type { ProblemContext } from "../table.ts";

export const getProblemServiceLevels = endpoint({
  id: "getProblemServiceLevels",
  summary: "Explain a problem's service levels: every stretch of time with its reason",
  route: "GET /problems/{problemId}/service-levels",
  permission: "problem:read",
  params: problemParams,
  reply: z.object({
    at: z.iso.datetime().describe("The moment it is explained for"),
    targetAt: z.iso.datetime().optional(),
    serviceLevels: z.array(ExplainedClock).describe("Every clock under the terms of today"),
    recorded: z
      .array(ClockSummary)
      .describe("As the problem keeps them; what was settled when it was done stays so when terms change"),
  }),
  refusals: ["not_found"],
  handle: async ({ params }, { problems, terms, now }: ProblemContext) => {
    const [problem, inForce] = await Promise.all([problems.get(params.problemId), terms()]);
    const at = now();
    const { timeline = [], serviceLevels = [], targetAt } = problem;
    const clocks = clocksOf(inForce, timeline, presentFacts(problem), Date.parse(at));
    return {
      at,
      targetAt,
      serviceLevels: clocks.map((clock) => explain(clock, Date.parse(at))),
      recorded: serviceLevels,
    };
  },
});
