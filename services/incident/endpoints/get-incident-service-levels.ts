import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { ClockSummary } from "../../../shared/targets/clock-summary.ts";
import { clocksOf } from "../../../shared/targets/clocks.ts";
import { explain } from "../../../shared/targets/explain.ts";
import { ExplainedClock } from "../../../shared/targets/explained-clock.ts";
import { seesInternalLevels } from "../access.ts";
import { presentFacts } from "../clock-facts.ts";
import { incidentParams } from "../command-endpoint.ts";
import type { IncidentContext } from "../table.ts";

const Reply = z.object({
  at: z.iso.datetime().describe("The moment it is explained for"),
  targetAt: z.iso.datetime().optional(),
  targetBy: z
    .enum(["agreements", "settings"])
    .describe("Where no agreement promises a resolution, the settings do"),
  serviceLevels: z.array(ExplainedClock).describe("Every clock under the terms of today"),
  recorded: z
    .array(ClockSummary)
    .describe("As the incident keeps them; what was settled when it was done stays so when terms change"),
});

export const getIncidentServiceLevels = endpoint({
  id: "getIncidentServiceLevels",
  summary: "Explain an incident's service levels: every stretch of time with its reason",
  route: "GET /incidents/{incidentId}/service-levels",
  permission: "incident:read",
  params: incidentParams,
  reply: Reply,
  refusals: ["not_found"],
  handle: async ({ params, actor }, { incidents, terms, now }: IncidentContext) => {
    const [incident, inForce] = await Promise.all([incidents.get(params.incidentId), terms()]);
    const at = now();
    const { timeline = [], serviceLevels = [], targetAt } = incident;
    const clocks = clocksOf(inForce, timeline, presentFacts(incident), Date.parse(at));
    const shown = clocks.filter(
      ({ policy }) => !policy.terms.internal || seesInternalLevels(actor, incident),
    );
    const isPromised = serviceLevels.some(({ metric, internal }) => metric === "resolve" && !internal);
    return {
      at,
      targetAt,
      targetBy: isPromised ? ("agreements" as const) : ("settings" as const),
      serviceLevels: shown.map((clock) => explain(clock, Date.parse(at))),
      recorded: serviceLevels,
    };
  },
});
