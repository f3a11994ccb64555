import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { mustWorkOn } from "../access.ts";
import { incidentParams } from "../command-endpoint.ts";
import { unmerge } from "../decisions/merge.ts";
import { SeenIncident } from "../incident.ts";
import type { IncidentContext } from "../table.ts";

export const unmergeIncident = endpoint({
  id: "unmergeIncident",
  summary: "It was no duplicate: back to where it stood, with all that it brought",
  route: "POST /incidents/{incidentId}/unmerge",
  permission: "incident:work",
  params: incidentParams,
  body: z.strictObject({}),
  reply: SeenIncident,
  refusals: ["not_found", "version_conflict", "illegal_transition", "rule_violation"],
  handle: async ({ params, actor, ifMatch }, { incidents }: IncidentContext) => {
    const { id, mergedInto } = await incidents.get(params.incidentId);
    const ids: readonly [string, ...string[]] = mergedInto === undefined ? [id] : [id, mergedInto];
    return incidents.updateTogether(ids, ifMatch, (duplicate, survivor) => {
      mustWorkOn(actor, duplicate);
      if (duplicate.mergedInto !== mergedInto) throw new Refusal("write_conflict");
      if (mergedInto === undefined)
        throw new Refusal("illegal_transition", "It is not merged into another incident");
      if (!survivor) throw new Refusal("forbidden", "Who works on the incident that stayed undoes this");
      mustWorkOn(actor, survivor);
      return unmerge(duplicate, survivor);
    });
  },
});
