import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import {
  IncidentClosed,
  IncidentLinked,
  IncidentMerged,
  IncidentReopened,
  IncidentResolved,
  type IncidentSnapshot,
  IncidentUnmerged,
  IncidentUpdated,
} from "../../incident/events.ts";
import { knownTicket } from "../search/ticket.ts";
import type { KnowledgeContext } from "../table.ts";

/** What is done to open incidents teaches nobody anything yet. */
const ended = { incident: { state: ["resolved", "closed"] } };

/** Every event after which a past incident may be another one to who searches. */
const events = [
  [IncidentResolved, undefined],
  [IncidentClosed, undefined],
  [IncidentReopened, undefined],
  [IncidentMerged, undefined],
  [IncidentUnmerged, undefined],
  [IncidentUpdated, ended],
  [IncidentLinked, ended],
] as const;

export const incidentEnded = events.map(([event, where]) =>
  subscription({
    id: subscriptionId(event),
    summary: "Keeps what others may learn of an incident that was resolved.",
    event: event as EventType<{ incident: IncidentSnapshot }>,
    ...(where ? { where } : {}),
    handle: async ({ meta, data }, { tickets, now }: KnowledgeContext) => {
      await tickets.keep(meta, knownTicket(data.incident, meta.sequence, now()));
    },
  }),
);
