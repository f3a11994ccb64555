import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { ClockSummary } from "../../../shared/targets/clock-summary.ts";
import { clocksOf } from "../../../shared/targets/clocks.ts";
import { explain } from "../../../shared/targets/explain.ts";
import { ExplainedClock } from "../../../shared/targets/explained-clock.ts";
import { presentFacts } from "../clock-facts.ts";
import type { RequestContext } from "../context.ts";
import { itemParams } from "../item-endpoint.ts";

export const getRequestItemServiceLevels = endpoint({
  id: "getRequestItemServiceLevels",
  summary: "Explain an item's service levels: every stretch of time with its reason",
  route: "GET /request-items/{requestItemId}/service-levels",
  permission: "request:read",
  params: itemParams,
  reply: z.object({
    at: z.iso.datetime().describe("The moment it is explained for"),
    targetAt: z.iso.datetime().optional(),
    serviceLevels: z.array(ExplainedClock).describe("Every clock under the terms of today"),
    recorded: z
      .array(ClockSummary)
      .describe("As the item keeps them; what was settled when it was done stays so when terms change"),
  }),
  refusals: ["not_found"],
  handle: async ({ params }, { items, terms, now }: RequestContext) => {
    const [item, inForce] = await Promise.all([items.get(params.requestItemId), terms()]);
    const at = now();
    const { timeline = [], serviceLevels = [], targetAt } = item;
    const clocks = clocksOf(inForce, timeline, presentFacts(item), Date.parse(at));
    return {
      at,
      targetAt,
      serviceLevels: clocks.map((clock) => explain(clock, Date.parse(at))),
      recorded: serviceLevels,
    };
  },
});
