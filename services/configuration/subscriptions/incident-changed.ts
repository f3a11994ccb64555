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
import { assessFor } from "../assess.ts";
import { assessmentId } from "../assessment.ts";
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
      // A repeat, also one that a later event has overtaken, may come because the first try failed before it had
      // assessed; nobody else would. So it looks again at what is known by now.
      const current = news === "old" && before ? before : told;
      const { subject, result } = await context.assessments.get(assessmentId(meta.subject));
      const isOutdated = !isSame(result.ciIds, current.ciIds);
      if (!isOutdated && !(isAsked && subject.sequence < meta.sequence)) return;
      const { restricted, teamId } = current;
      const sequence = Math.max(meta.sequence, subject.sequence);
      await assessFor(
        { kind: "incident", id: meta.subject, sequence, restricted, teamId },
        current.ciIds,
        context,
      );
    },
  }),
);
