import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import {
  IncidentHeld,
  IncidentLinked,
  IncidentOpened,
  IncidentReopened,
  type IncidentSnapshot,
  IncidentUpdated,
} from "../events.ts";
import { hearProblems } from "../follow-problem.ts";
import type { IncidentContext } from "../table.ts";

/** Only of incidents that are tied to a problem. */
const where = { incident: { links: { type: ["problem"] } } };

/** After every event by which an incident may be tied to a problem, or begin to wait for it: it may be late. */
export const problemHeard = [
  IncidentOpened,
  IncidentUpdated,
  IncidentLinked,
  IncidentHeld,
  IncidentReopened,
].map((event) =>
  subscription({
    id: `problem-heard-${event.type.replace("Incident", "").toLowerCase()}`,
    summary: "An incident that is tied to a problem after it told something, or was resolved, hears it then.",
    event: event as EventType<{ incident: IncidentSnapshot }>,
    where,
    handle: ({ data: { incident } }, context: IncidentContext) =>
      hearProblems(incident as Parameters<typeof hearProblems>[0], context),
  }),
);
