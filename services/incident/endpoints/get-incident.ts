import { endpoint } from "../../../shared/http/endpoint.ts";
import { incidentParams } from "../command-endpoint.ts";
import { SeenIncident } from "../incident.ts";
import type { IncidentContext } from "../table.ts";

export const getIncident = endpoint({
  id: "getIncident",
  summary: "Read an incident; its ETag is its version",
  route: "GET /incidents/{incidentId}",
  permission: "incident:read",
  params: incidentParams,
  reply: SeenIncident,
  refusals: ["not_found"],
  handle: ({ params }, { incidents }: IncidentContext) => incidents.get(params.incidentId),
});
