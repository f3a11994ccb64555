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
  IncidentStarted,
  IncidentUnmerged,
  IncidentUpdated,
} from "./events.ts";

/**
 * Every event after which an incident may be about something else, be at another point of its life or weigh
 * otherwise: what others follow who keep what they need to know of incidents.
 */
export const incidentMoves = [
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
] as const;
