import { serviceActor } from "../../../shared/access/actor.ts";
import { Level } from "../../../shared/domain/priority.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { IncidentConverted } from "../../incident/events-convert.ts";
import { openProblem } from "../decisions/open.ts";
import type { ProblemContext } from "../table.ts";

export const incidentConverted = subscription({
  id: "incident-converted",
  summary:
    "Opens the problem that an incident is to become; the incident learns of it by the problem's event.",
  event: IncidentConverted,
  where: { to: ["problem"] },
  handle: async ({ meta, data }, { problems, settings, now }: ProblemContext) => {
    if (data.to !== "problem") return;
    const { incident, title, description } = data;
    const on = { actor: serviceActor("problem"), now: now(), settings: await settings() };
    const { category, subcategory, serviceId, ciIds } = incident;
    const fields = {
      title,
      description,
      category,
      subcategory,
      serviceId,
      ciIds,
      impact: Level.parse(incident.impact),
      urgency: Level.parse(incident.urgency),
      incidentIds: [incident.id],
    };
    const origin = { kind: "incident", id: meta.subject };
    await problems.create((id) => openProblem(id, fields, on, origin));
  },
});
