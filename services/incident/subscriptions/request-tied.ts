import { serviceActor } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { RequestConverted, RequestPlaced } from "../../request/events.ts";
import { complete, OpenIncident, openIncident, routable } from "../decisions/open.ts";
import { link } from "../decisions/relate.ts";
import { IncidentId } from "../incident.ts";
import { routeIncident } from "../route-incident.ts";
import type { IncidentContext } from "../table.ts";

/** Requests that incidents became, and incidents that requests became. */
export const requestTied = [
  subscription({
    id: "request-placed",
    summary: "An incident that became a request knows of it.",
    event: RequestPlaced,
    where: { request: { origin: { kind: ["incident"] } } },
    handle: async ({ data: { request } }, { incidents, settings, now }: IncidentContext) => {
      const { origin, id } = request;
      if (origin?.kind !== "incident" || !IncidentId.safeParse(origin.id).success) return;
      const on = { actor: serviceActor("incident"), now: now(), settings: await settings() };
      const tie = { type: "related" as const, target: id };
      await incidents
        .update(origin.id, undefined, (incident) => link.decide(incident, tie, on))
        .catch((error: unknown) => {
          // It has as many ties as it takes.
          if (!(error instanceof Refusal)) throw error;
        });
    },
  }),
  subscription({
    id: "request-converted",
    summary: "Opens the incident that a request is to become, tied to it, in the name of who asked.",
    event: RequestConverted,
    where: { to: ["incident"] },
    handle: async ({ meta, data }, context: IncidentContext) => {
      const { incidents, settings, now } = context;
      if (data.to !== "incident") return;
      const { request, title, description } = data;
      const body = OpenIncident.parse({
        title,
        ...(description === undefined ? {} : { description }),
        callerId: request.requestedFor,
        links: [{ type: "related", target: request.id }],
      });
      const on = {
        actor: { ...serviceActor("incident"), id: meta.actor.id },
        now: now(),
        settings: await settings(),
      };
      const draft = routable(complete(body, on), on);
      const { routing } = draft ? await routeIncident(draft, context) : {};
      await incidents.create((id) => openIncident(id, body, on, routing));
    },
  }),
];
