import { serviceActor } from "../../../shared/access/actor.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { IncidentConverted } from "../../incident/events-convert.ts";
import type { ChangeContext } from "../context.ts";
import { OpenChange, openChange } from "../decisions/open.ts";

export const incidentConverted = subscription({
  id: "incident-converted",
  summary: "Opens the change that an incident is to become, in the name of who asked; the two are tied.",
  event: IncidentConverted,
  where: { to: ["change"] },
  handle: async ({ meta, data }, { changes, settings, now }: ChangeContext) => {
    if (data.to !== "change") return;
    const { incident, title, description } = data;
    const body = OpenChange.parse({
      title: title.slice(0, 200),
      ...(description ? { description: description.slice(0, 4000) } : {}),
      justification: `${incident.id} shows that it is needed`,
      ...(incident.category ? { category: incident.category } : {}),
      ciIds: [...new Set(incident.ciIds)],
      ...(incident.serviceId ? { serviceId: incident.serviceId } : {}),
      requesterId: meta.actor.id,
      links: [{ type: "resolves", target: incident.id }],
    });
    const on = {
      actor: { ...serviceActor("change"), id: meta.actor.id },
      now: now(),
      settings: await settings(),
    };
    await changes.create((id) => openChange(id, body, on));
  },
});
