import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

const source = "itsm.change";

/**
 * What every change event says about the change as it is after the event. A consumer that keeps the one with
 * the highest `meta.sequence` per change knows its present state, in whatever order events arrive.
 */
export const ChangeSnapshot = z.object({
  id: z.string(),
  type: z.enum(["standard", "normal", "emergency"]),
  modelId: z.string().optional(),
  templateId: z.string().optional(),
  title: z.string(),
  category: z.string().optional(),
  state: z.enum(["new", "assess", "authorize", "scheduled", "implement", "review", "closed", "cancelled"]),
  risk: z.enum(["low", "medium", "high", "very_high"]).optional().describe("Absent until it was assessed"),
  impact: z.number().int().describe("1 high, 2 medium, 3 low"),
  priority: z.number().int().optional(),
  ciIds: z.array(z.string()),
  serviceId: z.string().optional(),
  requesterId: z.string(),
  teamId: z.string().optional(),
  assigneeId: z.string().optional(),
  plannedStart: z.string().optional(),
  plannedEnd: z.string().optional(),
  actualStart: z.string().optional(),
  actualEnd: z.string().optional(),
  outcome: z
    .enum(["successful", "successful_with_issues", "backed_out", "failed"])
    .optional()
    .describe("As its implementers said, from review on as the review found"),
  links: z.array(z.object({ type: z.string(), target: z.string() })),
  parentId: z.string().optional(),
  openedAt: z.string(),
  closedAt: z.string().optional(),
});
export type ChangeSnapshot = z.infer<typeof ChangeSnapshot>;

const plain = z.object({ change: ChangeSnapshot });
const event = (type: string, summary: string) =>
  defineEvent({ source, type, version: 1, summary, data: plain });

export const ChangeOpened = event("ChangeOpened", "Somebody wants to change something.");
export const ChangeUpdated = event("ChangeUpdated", "Facts were corrected or added; the state is the same.");
export const ChangeSubmitted = event("ChangeSubmitted", "It is ready to be looked at by others.");
export const ChangeAssessed = event("ChangeAssessed", "Its risk is known and its plans are there.");
export const ChangeAuthorized = event("ChangeAuthorized", "Whoever had to approve it has approved it.");
export const ChangeScheduled = event("ChangeScheduled", "It will be done in its planned window.");
export const ChangeRevised = event(
  "ChangeRevised",
  "What it does or when was changed: approvals of what it was are void.",
);
export const ChangeImplementationStarted = event("ChangeImplementationStarted", "It is being done.");
export const ChangeImplemented = event("ChangeImplemented", "The work on it is over, with this outcome.");
export const ChangeReviewed = event(
  "ChangeReviewed",
  "It was looked back upon (post-implementation review).",
);
export const ChangeClosed = event("ChangeClosed", "It is done for good.");
export const ChangeCancelled = event("ChangeCancelled", "It will not be done.");
export const ChangeOverran = event("ChangeOverran", "Its window is over and the work on it goes on.");
export const ChangeLinked = defineEvent({
  source,
  type: "ChangeLinked",
  version: 1,
  summary: "It was tied to another record, or the tie was removed.",
  data: plain.extend({
    untied: z
      .array(z.object({ type: z.string(), target: z.string() }))
      .optional()
      .describe("Ties that were removed"),
  }),
});

export const ChangeIncidentSuspected = defineEvent({
  source,
  type: "ChangeIncidentSuspected",
  version: 1,
  summary: "An incident soon after it is about its CIs: it may have caused it.",
  data: z.object({ change: ChangeSnapshot, incidentId: z.string() }),
});
export const ChangeRejected = defineEvent({
  source,
  type: "ChangeRejected",
  version: 1,
  summary: "It was not approved, or nobody decided in time; it is new again.",
  data: z.object({ change: ChangeSnapshot, reason: z.enum(["rejected", "expired"]) }),
});

export const ChangeNoted = defineEvent({
  source,
  type: "ChangeNoted",
  version: 1,
  summary: "Somebody wrote a note on it; the text stays here.",
  data: plain,
});

const approval = z.object({
  round: z.number().int(),
  purpose: z.enum(["authorization", "exception"]),
  step: z.string(),
  people: z.array(z.string()).describe("Who may decide now, by name"),
  roles: z.array(z.string()).describe("Whoever has one of these roles may decide now"),
  expiresAt: z.string().optional(),
});
const approvalEvent = (type: string, summary: string) =>
  defineEvent({ source, type, version: 1, summary, data: z.object({ change: ChangeSnapshot, approval }) });

export const ChangeApprovalRequested = approvalEvent(
  "ChangeApprovalRequested",
  "These are asked to approve it.",
);
export const ChangeApprovalReminded = approvalEvent(
  "ChangeApprovalReminded",
  "These have still not decided.",
);
export const ChangeApprovalDecided = defineEvent({
  source,
  type: "ChangeApprovalDecided",
  version: 1,
  summary: "Somebody approved or rejected it, or abstained.",
  data: z.object({
    change: ChangeSnapshot,
    decision: z.object({
      personId: z.string(),
      onBehalfOf: z.string().optional(),
      step: z.string(),
      verdict: z.enum(["approve", "reject", "abstain"]),
      channel: z.enum(["api", "link", "board"]),
      purpose: z.literal("exception").optional().describe("About a freeze; absent: about the change"),
    }),
  }),
});
export const ChangeExceptionGranted = defineEvent({
  source,
  type: "ChangeExceptionGranted",
  version: 1,
  summary: "It may be done in its window although that is frozen.",
  data: z.object({ change: ChangeSnapshot, freezeIds: z.array(z.string()) }),
});
export const ChangeExceptionRefused = defineEvent({
  source,
  type: "ChangeExceptionRefused",
  version: 1,
  summary: "It may not be done in a freeze, or nobody decided in time.",
  data: z.object({ change: ChangeSnapshot, reason: z.enum(["refused", "expired"]) }),
});

export const ChangeConflictsFound = defineEvent({
  source,
  type: "ChangeConflictsFound",
  version: 1,
  summary: "It collides with something as it is planned, with something else than before, or not any more.",
  data: z.object({
    change: ChangeSnapshot,
    conflicts: z.object({
      total: z.number().int(),
      kinds: z.array(z.string()),
      with: z.array(z.string()).describe("Other changes, 50 at most"),
    }),
  }),
});

export const changeEvents = [
  ChangeOpened,
  ChangeUpdated,
  ChangeSubmitted,
  ChangeAssessed,
  ChangeAuthorized,
  ChangeScheduled,
  ChangeRevised,
  ChangeImplementationStarted,
  ChangeImplemented,
  ChangeReviewed,
  ChangeClosed,
  ChangeCancelled,
  ChangeLinked,
  ChangeOverran,
  ChangeIncidentSuspected,
  ChangeRejected,
  ChangeNoted,
  ChangeApprovalRequested,
  ChangeApprovalReminded,
  ChangeApprovalDecided,
  ChangeExceptionGranted,
  ChangeExceptionRefused,
  ChangeConflictsFound,
];
