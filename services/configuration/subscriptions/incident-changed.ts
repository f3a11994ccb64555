import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import {
  IncidentAssigned,
  IncidentCancelled,
  IncidentClosed,
  IncidentDuplicateAdded,
  IncidentDuplicateRemoved,
  IncidentHeld,
  IncidentMerged,
  IncidentOpened,
  IncidentReopened,
  IncidentResolved,
  type IncidentSnapshot,
  IncidentStarted,
  IncidentUnmerged,
  IncidentUpdated,
} from "../../incident/events.ts";
import { IncidentImpactRequested } from "../../incident/events-impact.ts";
import { assessIfOutdated } from "../assess.ts";
import { knownIncident } from "../known-incident.ts";
import type { ConfigurationContext } from "../table.ts";

/** Every event after which an incident may name other CIs, or weigh otherwise on those it names. */
const events = [
  IncidentOpened,
  IncidentUpdated,
  IncidentAssigned,
  IncidentStarted,
  IncidentHeld,
  IncidentResolved,
  IncidentReopened,
  IncidentClosed,
  IncidentCancelled,
  IncidentMerged,
  IncidentUnmerged,
  IncidentDuplicateAdded,
  IncidentDuplicateRemoved,
  IncidentImpactRequested,
];

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();

export const incidentChanged = events.map((event) =>
  subscription({
    id: event.type.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase(),
    summary: "Keeps which open incidents a CI has, and answers the CIs that one names with their impact.",
    event: event as EventType<{ incident: IncidentSnapshot }>,
    handle: async ({ meta, data }, context: ConfigurationContext) => {
      const told = knownIncident(data.incident);
      const { news, before } = await context.incidents.keep(meta, told);
      const isAsked = event === IncidentImpactRequested;
      if (!isAsked && news === "new" && isSame(before?.ciIds ?? [], told.ciIds)) return;
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
