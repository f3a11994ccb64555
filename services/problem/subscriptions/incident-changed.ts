import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import {
  IncidentAssigned,
  IncidentCancelled,
  IncidentClosed,
  IncidentDuplicateAdded,
  IncidentDuplicateRemoved,
  IncidentHeld,
  IncidentLinked,
  IncidentMerged,
  IncidentOpened,
  IncidentReopened,
  IncidentResolved,
  type IncidentSnapshot,
  IncidentStarted,
  IncidentUnmerged,
  IncidentUpdated,
} from "../../incident/events.ts";
import { detect } from "../detect.ts";
import { knownIncident, likenessesOf } from "../incident-projection.ts";
import type { ProblemContext } from "../table.ts";

/** Every event after which an incident may be another one to problem management. */
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
  IncidentLinked,
  IncidentMerged,
  IncidentUnmerged,
  IncidentDuplicateAdded,
  IncidentDuplicateRemoved,
];

export const incidentChanged = events.map((event) =>
  subscription({
    id: event.type.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase(),
    summary: "Keeps what problem management knows of an incident, and looks for others like it.",
    event: event as EventType<{ incident: IncidentSnapshot }>,
    handle: async ({ meta, data }, context: ProblemContext) => {
      const incident = knownIncident(data.incident);
      const { news, before } = await context.incidents.keep(meta, incident);
      // A repeat, also one that a later event has overtaken, may come because the first try failed before it
      // had looked; nobody else would. So it looks again at all that is known by now.
      const known = news === "new" && before ? likenessesOf(before).map((l) => JSON.stringify(l)) : [];
      const current = news === "old" && before ? before : incident;
      const fresh = likenessesOf(current).filter((likeness) => !known.includes(JSON.stringify(likeness)));
      for (const likeness of fresh) await detect(likeness, context);
    },
  }),
);
