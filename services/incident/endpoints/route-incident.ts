import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { mustWorkOn } from "../access.ts";
import { incidentParams } from "../command-endpoint.ts";
import { reroute } from "../decisions/assign.ts";
import { SeenIncident } from "../incident.ts";
import { routeIncident as route } from "../route-incident.ts";
import type { IncidentContext } from "../table.ts";

export const routeIncident = endpoint({
  id: "routeIncident",
  summary: "Give an open incident to whom the rules choose; where none matches it stays",
  route: "POST /incidents/{incidentId}/route",
  permission: "incident:work",
  params: incidentParams,
  body: z.strictObject({}),
  reply: SeenIncident,
  refusals: ["not_found", "illegal_transition"],
  handle: async ({ params, actor }, context: IncidentContext) => {
    const { routing } = await route(await context.incidents.get(params.incidentId), context);
    const on = { actor, now: context.now(), settings: await context.settings() };
    // Without a version: what counts is what the rules say of it, not what the caller has seen of it.
    return context.incidents.update(params.incidentId, undefined, (incident) => {
      mustWorkOn(actor, incident);
      return reroute(incident, routing, on);
    });
  },
});
