import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import type { IncidentSnapshot } from "../../incident/events.ts";
import { IncidentImpactRequested } from "../../incident/events-impact.ts";
import { incidentMoves } from "../../incident/events-moves.ts";
import { assessIfOutdated } from "../assess.ts";
import { type KnownIncident, knownIncident } from "../known-incident.ts";
import type { ConfigurationContext } from "../table.ts";

const events = [...incidentMoves, IncidentImpactRequested];

const isSame = (before: KnownIncident | undefined, told: KnownIncident): boolean =>
  (before?.ciIds ?? []).join() === told.ciIds.join() &&
  (before?.restricted ?? false) === told.restricted &&
  (!told.restricted || before?.teamId === told.teamId);

export const incidentChanged = events.map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "Keeps which open incidents a CI has, and answers the CIs that one names with their impact.",
    event: event as EventType<{ incident: IncidentSnapshot }>,
    handle: async ({ meta, data }, context: ConfigurationContext) => {
      const told = knownIncident(data.incident);
      const { news, before } = await context.incidents.keep(meta, told);
      const isAsked = event === IncidentImpactRequested;
      if (!isAsked && news === "new" && isSame(before, told)) return;
      // One that a later event has overtaken looks at what is known by now.
      const { restricted, teamId, ciIds } = news === "old" && before ? before : told;
      const subject = {
        kind: "incident",
        id: meta.subject,
        sequence: meta.sequence,
        restricted,
        teamId,
      } as const;
      await assessIfOutdated(subject, ciIds, context, isAsked);
    },
  }),
);
