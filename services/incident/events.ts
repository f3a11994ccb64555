import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";
import { PassedPoint } from "../../shared/targets/passed-point.ts";

const source = "itsm.incident";

/**
 * What every incident event says about the incident as it is after the event. A consumer that keeps the one
 * with the highest `meta.sequence` per incident knows its present state, in whatever order events arrive.
 * Texts of a restricted incident are never published.
 */
export const IncidentSnapshot = z.object({
  id: z.string(),
  state: z.enum(["new", "in_progress", "on_hold", "resolved", "closed", "cancelled"]),
  holdReason: z.string().optional(),
  title: z.string().optional().describe("Absent for a restricted incident"),
  restricted: z.boolean(),
  priority: z.number().int(),
  impact: z.number().int(),
  urgency: z.number().int(),
  channel: z.string(),
  category: z.string().optional(),
  subcategory: z.string().optional(),
  location: z.string().optional(),
  serviceId: z.string().optional(),
  ciIds: z.array(z.string()),
  links: z.array(z.object({ type: z.string(), target: z.string() })),
  parentId: z.string().optional(),
  callerId: z.string(),
  teamId: z.string().optional(),
  assigneeId: z.string().optional(),
  openedAt: z.string(),
  resolvedAt: z.string().optional(),
  closedAt: z.string().optional(),
  reassignmentCount: z.number().int(),
  reopenCount: z.number().int(),
  isParent: z.boolean().optional().describe("Other incidents are consequences of this one"),
  alert: z
    .object({
      id: z.string(),
      episode: z.number().int(),
      transition: z.number().int(),
      occurrences: z.number().int(),
    })
    .optional()
    .describe("The alert or storm for which it was opened"),
  mergedInto: z.string().optional().describe("The incident this one is a duplicate of"),
  templateId: z.string().optional().describe("The template it was opened with"),
  majorState: z.string().optional().describe("Where it stands as a major incident, if anybody proposed it"),
  hasDuplicates: z.boolean().optional().describe("Other incidents were merged into this one"),
  breaches: z.number().int().optional().describe("How many of its service levels are breached, if any is"),
  serviceLevels: z
    .array(
      z.object({
        agreementId: z.string(),
        metric: z.string(),
        internal: z.boolean(),
        state: z.string().describe("waiting, running, paused or stopped: settled, kept unless `breached`"),
        breached: z.boolean(),
        dueAt: z.string().optional(),
        stoppedAt: z.string().optional(),
      }),
    )
    .optional()
    .describe("Its clocks, one per agreement and metric"),
  vip: z.boolean().optional().describe("Its caller is one of those who need special handling"),
});
export type IncidentSnapshot = z.infer<typeof IncidentSnapshot>;

const plain = z.object({ incident: IncidentSnapshot });
const event = (type: string, summary: string) =>
  defineEvent({ source, type, version: 1, summary, data: plain });
const withText = z.object({
  incident: IncidentSnapshot,
  text: z.string().optional().describe("Absent for a restricted incident"),
});

export const IncidentOpened = event("IncidentOpened", "Somebody reported a disruption.");
export const IncidentUpdated = event(
  "IncidentUpdated",
  "Facts were corrected or added; the state is the same.",
);
export const IncidentAssigned = event("IncidentAssigned", "Another team or person is to work on it.");
export const IncidentStarted = event("IncidentStarted", "Work began or went on.");
export const IncidentHeld = event("IncidentHeld", "Work waits for somebody or something.");
export const IncidentReopened = event("IncidentReopened", "The resolution did not hold.");
export const IncidentClosed = event("IncidentClosed", "It is done: confirmed, or nobody objected in time.");
export const IncidentCancelled = event("IncidentCancelled", "It was no incident after all.");
export const IncidentLinked = event(
  "IncidentLinked",
  "It was tied to another record, or the tie was removed.",
);
export const IncidentWatched = event("IncidentWatched", "The people who follow it changed.");
export const IncidentResolved = defineEvent({
  source,
  type: "IncidentResolved",
  version: 1,
  summary: "Service is restored.",
  data: z.object({
    incident: IncidentSnapshot,
    resolution: z.object({ code: z.string(), text: z.string().optional().describe("Absent if restricted") }),
  }),
});
export const IncidentCommented = defineEvent({
  source,
  type: "IncidentCommented",
  version: 1,
  summary: "A public comment was added, by the caller or to the caller.",
  data: withText,
});
/** The note's text is for people with access to the incident and is not published. */
export const IncidentNoted = event("IncidentNoted", "An internal note was added.");

export const IncidentMerged = defineEvent({
  source,
  type: "IncidentMerged",
  version: 1,
  summary: "It was found to be a duplicate of another incident, which stays.",
  data: plain.extend({ into: z.string() }),
});
export const IncidentUnmerged = defineEvent({
  source,
  type: "IncidentUnmerged",
  version: 1,
  summary: "It was no duplicate after all and goes on by itself.",
  data: plain.extend({ from: z.string() }),
});
const withDuplicate = plain.extend({ duplicateId: z.string() });
export const IncidentDuplicateAdded = defineEvent({
  source,
  type: "IncidentDuplicateAdded",
  version: 1,
  summary: "A duplicate was merged into it.",
  data: withDuplicate,
});
export const IncidentDuplicateRemoved = defineEvent({
  source,
  type: "IncidentDuplicateRemoved",
  version: 1,
  summary: "What was merged into it went its own way again.",
  data: withDuplicate,
});
const passed = (type: string, summary: string) =>
  defineEvent({
    source,
    type,
    version: 1,
    summary,
    data: z.object({ incident: IncidentSnapshot, serviceLevel: PassedPoint }),
  });
export const ServiceLevelWarning = passed(
  "ServiceLevelWarning",
  "A point that its agreement names was reached.",
);
export const ServiceLevelBreached = passed(
  "ServiceLevelBreached",
  "The time that an agreement gives is over.",
);
export const ServiceLevelsChanged = event(
  "ServiceLevelsChanged",
  "An agreement or a calendar changed, and with it what the incident is measured by.",
);

export const IncidentSettingsChanged = defineEvent({
  source,
  type: "IncidentSettingsChanged",
  version: 1,
  summary: "The desk's rules (priority matrix, closing, targets) changed.",
  data: z.object({
    matrix: z.record(z.string(), z.record(z.string(), z.number())).describe("matrix[impact][urgency]"),
    targetHours: z.record(z.string(), z.number()).describe("By priority"),
    autoCloseDays: z.number(),
    reopenDays: z.number(),
    restrictedTeamId: z.string().optional().describe("Gets restricted incidents that have nobody else"),
    openTasks: z.string().optional().describe("block or cancel: what open tasks mean for the end"),
    vipUrgency: z.string().optional().describe("keep or raise"),
  }),
});

export const IncidentAssignmentRulesChanged = defineEvent({
  source,
  type: "IncidentAssignmentRulesChanged",
  version: 1,
  summary: "The rules by which incidents find a team and a person changed.",
  data: z.object({
    rules: z.array(z.object({ name: z.string(), teamId: z.string(), assign: z.string() })),
  }),
});
