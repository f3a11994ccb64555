import { endpoint } from "../../../shared/http/endpoint.ts";
import { mustWorkOn } from "../access.ts";
import { incidentParams } from "../command-endpoint.ts";
import { edit } from "../decisions/edit.ts";
import { SeenIncident } from "../incident.ts";
import type { IncidentContext } from "../table.ts";
import { mustSee } from "./open-incident.ts";

export const editIncident = endpoint({
  id: "editIncident",
  summary: "Correct or add facts; null removes a field",
  route: "PATCH /incidents/{incidentId}",
  permission: "incident:work",
  params: incidentParams,
  body: edit.body,
  reply: SeenIncident,
  needsVersion: true,
  refusals: ["not_found", "illegal_transition"],
  handle: async ({ params, body, actor, ifMatch }, { incidents, settings, now }: IncidentContext) => {
    if (body.parentId) await mustSee(incidents, body.parentId);
    const circumstances = { actor, now: now(), settings: await settings() };
    return incidents.update(params.incidentId, ifMatch, (incident) => {
      mustWorkOn(actor, incident);
      return edit.decide(incident, body, circumstances);
    });
  },
});
