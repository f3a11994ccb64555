import * as z from "zod";
import type { Permission } from "../../shared/access/actor.ts";
import type { RefusalCode } from "../../shared/domain/refusal.ts";
import { type Endpoint, endpoint } from "../../shared/http/endpoint.ts";
import { mustWorkOn } from "./access.ts";
import type { Command } from "./decisions/command.ts";
import type { Also } from "./decisions/edits.ts";
import { parentRefusal } from "./endpoints/open-incident.ts";
import { IncidentId, SeenIncident } from "./incident.ts";
import type { IncidentContext } from "./table.ts";

export const incidentParams = z.object({ incidentId: IncidentId });

/** An endpoint that applies a command to one incident; `If-Match` is optional, the state is the guard. */
export const commandEndpoint = <B extends z.ZodType>(declared: {
  readonly id: string;
  readonly summary: string;
  readonly route: Endpoint["route"];
  readonly permission: Permission;
  readonly command: Command<B>;
  readonly refusals?: readonly RefusalCode[];
}): Endpoint<IncidentContext> =>
  endpoint({
    id: declared.id,
    summary: declared.summary,
    route: declared.route,
    permission: declared.permission,
    params: incidentParams,
    body: declared.command.body,
    reply: SeenIncident,
    refusals: ["not_found", "version_conflict", "illegal_transition", ...(declared.refusals ?? [])],
    handle: async ({ params, body, actor, ifMatch }, { incidents, settings, now }: IncidentContext) => {
      const { also } = body as { readonly also?: Also };
      const refused = await parentRefusal(incidents, also, "body.also.parentId");
      const circumstances = { actor, now: now(), settings: await settings() };
      return incidents.update(params.incidentId, ifMatch, (incident) => {
        if (declared.permission === "incident:work") mustWorkOn(actor, incident);
        if (refused) throw refused;
        return declared.command.decide(incident, body as z.output<B>, circumstances);
      });
    },
  });
