import {
  IncidentAssigned,
  IncidentAssignmentRulesChanged,
  IncidentCancelled,
  IncidentClosed,
  IncidentCommented,
  IncidentDuplicateAdded,
  IncidentDuplicateRemoved,
  IncidentHeld,
  IncidentLinked,
  IncidentMerged,
  IncidentNoted,
  IncidentOpened,
  IncidentReopened,
  IncidentResolved,
  IncidentSettingsChanged,
  IncidentStarted,
  IncidentUnmerged,
  IncidentUpdated,
  IncidentWatched,
  ServiceLevelBreached,
  ServiceLevelsChanged,
  ServiceLevelWarning,
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

export const incidentEvents = [
  ...incidentMoves,
  IncidentCommented,
  IncidentNoted,
  IncidentLinked,
  IncidentWatched,
  ServiceLevelWarning,
  ServiceLevelBreached,
  ServiceLevelsChanged,
  IncidentSettingsChanged,
  IncidentAssignmentRulesChanged,
];
