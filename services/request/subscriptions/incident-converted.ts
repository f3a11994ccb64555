import { serviceActor } from "../../../shared/access/actor.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { IncidentConverted } from "../../incident/events-convert.ts";
import { ItemFields } from "../catalog-item.ts";
import type { RequestContext } from "../context.ts";
import type { Wanted } from "../decisions/place.ts";
import { uncatalogued } from "../give-back.ts";
import { placePrepared } from "../place-order.ts";

export const incidentConverted = subscription({
  id: "incident-converted",
  summary:
    "Places the request that an incident is to become; the incident learns of it by the request's event.",
  event: IncidentConverted,
  where: { to: ["request"] },
  handle: async ({ meta, data }, context: RequestContext) => {
    if (data.to !== "request") return;
    const { incident, title, description } = data;
    const { callerId, teamId, serviceId, id } = incident;
    const fields = ItemFields.parse({
      name: title.slice(0, 200),
      summary: title.slice(0, 200),
      categoryId: uncatalogued.categoryId,
      ...(teamId === undefined ? {} : { teamId }),
      ...(serviceId === undefined ? {} : { serviceId }),
    });
    const { catalogItemId, edition } = uncatalogued;
    const plain = { quantity: 1, answers: {}, cost: {}, steps: [], after: [] };
    const wanted: Wanted = { catalogItemId, edition, fields, ...plain };
    const actor = { ...serviceActor("request"), id: meta.actor.id };
    await placePrepared(
      {
        requestedFor: callerId,
        note: (description ?? title).slice(0, 2000),
        origin: { kind: "incident", id },
        prepared: () => [wanted],
      },
      actor,
      context,
    );
  },
});
