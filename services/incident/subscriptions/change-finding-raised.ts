import { subscription } from "../../../shared/events/subscription.ts";
import { ChangeFindingRaised } from "../../change/events-findings.ts";
import { complete, OpenIncident, openIncident, routable } from "../decisions/open.ts";
import { circumstances } from "../follow-alert.ts";
import { routeIncident } from "../route-incident.ts";
import type { IncidentContext } from "../table.ts";

/** How much a CI means for the business is how much an unauthorised change of it does. */
const levelOf = { high: 1, medium: 2, low: 3 } as const;

export const changeFindingRaised = subscription({
  id: "change-finding-raised",
  summary:
    "A CI that was changed without authority is an incident, where change management's policy says so.",
  event: ChangeFindingRaised,
  where: { finding: { opensIncident: [true] } },
  handle: async ({ data: { finding } }, context: IncidentContext) => {
    if (!finding.opensIncident) return;
    const { id, ciId, ciName, sourceId, changed, criticality, teamId } = finding;
    const input = OpenIncident.parse({
      title: `Changed without authority: ${ciName}`.slice(0, 200),
      description: `${sourceId} found ${ciId} to be otherwise (${changed.join(", ")}), and no change of it was being done. See ${id}.`,
      channel: "monitoring",
      impact: levelOf[criticality],
      urgency: 2,
      ciIds: [ciId],
      ...(teamId === undefined ? {} : { teamId }),
    });
    const on = await circumstances(context);
    const draft = routable(complete(input, on), on);
    const { routing } = draft ? await routeIncident(draft, context) : {};
    await context.incidents.create((incidentId) => openIncident(incidentId, input, on, routing));
  },
});
