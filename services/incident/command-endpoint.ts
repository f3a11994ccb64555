import * as z from "zod";
import type { Permission } from "../../shared/access/actor.ts";
import type { RefusalCode } from "../../shared/domain/refusal.ts";
import { type Endpoint, endpoint } from "../../shared/http/endpoint.ts";
import { mustWorkOn } from "./access.ts";
import type { Circumstances, Command } from "./decisions/command.ts";
import type { Also } from "./decisions/edits.ts";
import { parentRefusal } from "./endpoints/open-incident.ts";
import { IncidentId, SeenIncident } from "./incident.ts";
import { teamRefusal } from "./refuse-team.ts";
import type { IncidentContext } from "./table.ts";

export const incidentParams = z.object({ incidentId: IncidentId });

/** What callers do to their own incidents, too: the command says what exactly. */
const byAnybody: readonly Permission[] = ["incident:comment", "incident:end"];

/** An endpoint that applies a command to one incident; `If-Match` is optional, the state is the guard. */
export const commandEndpoint = <B extends z.ZodType>(declared: {
  readonly id: string;
  readonly summary: string;
  readonly route: Endpoint["route"];
  readonly permission: Permission;
  readonly command: Command<B>;
  readonly refusals?: readonly RefusalCode[];
  /** What else the command's decision is made with. */
  readonly more?: (context: IncidentContext) => Promise<Partial<Circumstances>>;
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
    handle: async ({ params, body, actor, ifMatch }, context: IncidentContext) => {
      const { incidents, settings, now } = context;
      const given = body as { readonly also?: Also; readonly teamId?: string; readonly assigneeId?: string };
      const { also } = given;
      const { incidentId } = params;
      const refused =
        (await parentRefusal(incidents, also, "body.also.parentId")) ??
        (await teamRefusal(given, { path: "body", actor, incidentId }, context)) ??
        (also && (await teamRefusal(also, { path: "body.also", actor, incidentId }, context)));
      const more = await declared.more?.(context);
      const circumstances = { actor, now: now(), settings: await settings(), ...more };
      return incidents.update(incidentId, ifMatch, (incident) => {
        if (!byAnybody.includes(declared.permission)) mustWorkOn(actor, incident);
        if (refused) throw refused;
        return declared.command.decide(incident, body as z.output<B>, circumstances);
      });
    },
  });
