import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { PolicyClock } from "../../../shared/targets/clocks.ts";
import {
  ExplainedClocks,
  explainClocks,
  explainedAt,
  recordedClocks,
} from "../../../shared/targets/explain-clocks.ts";
import { seesInside } from "../access.ts";
import { presentFacts } from "../clock-facts.ts";
import { incidentParams } from "../command-endpoint.ts";
import type { IncidentContext } from "../table.ts";

const Reply = z.object({
  ...explainedAt,
  serviceLevels: ExplainedClocks,
  recorded: recordedClocks("incident"),
  targetBy: z
    .enum(["agreements", "settings"])
    .describe("Where no agreement promises a resolution, the settings do"),
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
    const { serviceLevels = [] } = incident;
    const isPromised = serviceLevels.some(({ metric, internal }) => metric === "resolve" && !internal);
    // Agreements between teams are not for those whom the incident is solved for.
    const seesAll = seesInside(actor, incident);
    const at = now();
    const isShown = ({ policy }: PolicyClock) => seesAll || !policy.terms.internal;
    return {
      at,
      targetAt: incident.targetAt,
      serviceLevels: explainClocks(incident, presentFacts(incident), inForce, at, isShown),
      recorded: [...serviceLevels],
      targetBy: isPromised ? ("agreements" as const) : ("settings" as const),
    };
  },
});
