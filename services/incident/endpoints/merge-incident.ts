import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { mustWorkOn } from "../access.ts";
import { incidentParams } from "../command-endpoint.ts";
import { MergeIncident, merge } from "../decisions/merge.ts";
import { SeenIncident } from "../incident.ts";
import type { IncidentContext } from "../table.ts";

export const mergeIncident = endpoint({
  id: "mergeIncident",
  summary: "It reports what another incident reports: that one stays",
  route: "POST /incidents/{incidentId}/merge",
  permission: "incident:work",
  params: incidentParams,
  body: MergeIncident,
  reply: SeenIncident,
  refusals: ["not_found", "version_conflict", "illegal_transition", "rule_violation"],
  handle: async ({ params, body, actor, ifMatch }, { incidents, settings, now }: IncidentContext) => {
    const on = { actor, now: now(), settings: await settings() };
    const { incidentId } = params;
    // A transaction takes each record once.
    const ids: readonly [string, ...string[]] =
      body.into === incidentId ? [incidentId] : [incidentId, body.into];
    return incidents.updateTogether(ids, ifMatch, (duplicate, other) => {
      mustWorkOn(actor, duplicate);
      const survivor = body.into === incidentId ? duplicate : other;
      if (!survivor) {
        const violation = { path: "body.into", message: "No such incident" };
        throw new Refusal("invalid_input", undefined, [violation]);
      }
      mustWorkOn(actor, survivor);
      return merge(duplicate, survivor, body, on);
    });
  },
});
