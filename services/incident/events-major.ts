import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";
import { IncidentSnapshot } from "./events.ts";

const source = "itsm.incident";
const event = <S extends z.ZodRawShape>(type: string, summary: string, more: S) =>
  defineEvent({
    source,
    type,
    version: 1,
    summary,
    data: z.object({ incident: IncidentSnapshot }).extend(more),
  });

const text = z.string().optional().describe("Absent for a restricted incident");
const action = z.object({
  id: z.string(),
  ownerId: z.string(),
  dueAt: z.string(),
  doneAt: z.string().optional(),
});

export const MajorIncidentProposed = event(
  "MajorIncidentProposed",
  "Somebody, or the rule, proposes to treat an incident as a major one.",
  { text },
);
export const MajorIncidentAccepted = event("MajorIncidentAccepted", "It is a major incident.", {
  managerId: z.string().optional(),
});
export const MajorIncidentRejected = event("MajorIncidentRejected", "It is no major incident.", { text });
export const MajorIncidentDemoted = event("MajorIncidentDemoted", "It is no major incident any more.", {
  text,
});
export const MajorIncidentPlanned = event(
  "MajorIncidentPlanned",
  "The plan of who hears what how often, or the phase, changed.",
  { phase: z.string() },
);
export const MajorIncidentUpdated = event("MajorIncidentUpdated", "Stakeholders were told how it stands.", {
  text,
  audience: z.enum(["callers", "stakeholders"]),
  groups: z.array(z.object({ group: z.string(), channel: z.string() })),
});
export const MajorIncidentUpdateDue = event(
  "MajorIncidentUpdateDue",
  "A group should have heard something by now. Told once for each such time.",
  { group: z.string(), channel: z.string(), dueAt: z.string() },
);
export const MajorIncidentMitigated = event("MajorIncidentMitigated", "Its effects are contained.", { text });
export const IncidentTimelineNoted = event(
  "IncidentTimelineNoted",
  "A moment was added to the timeline, often later.",
  { at: z.string() },
);
export const PostIncidentReviewed = event("PostIncidentReviewed", "What was learned from it was written.", {
  isComplete: z.boolean(),
});
export const PostIncidentActionChanged = event(
  "PostIncidentActionChanged",
  "Something to be done after the review was added, changed or done.",
  { action },
);

const line = z.object({
  group: z.string(),
  audience: z.string(),
  channel: z.string(),
  everyMinutes: z.number().int(),
});
export const MajorIncidentSettingsChanged = defineEvent({
  source,
  type: "MajorIncidentSettingsChanged",
  version: 1,
  summary: "When incidents are proposed as major ones, or the usual plan, changed.",
  data: z.object({
    rule: z.object({ isOn: z.boolean(), priorities: z.array(z.number()), children: z.number().nullable() }),
    plan: z.array(line),
  }),
});

export const majorEvents = [
  MajorIncidentProposed,
  MajorIncidentAccepted,
  MajorIncidentRejected,
  MajorIncidentDemoted,
  MajorIncidentPlanned,
  MajorIncidentUpdated,
  MajorIncidentUpdateDue,
  MajorIncidentMitigated,
  IncidentTimelineNoted,
  PostIncidentReviewed,
  PostIncidentActionChanged,
  MajorIncidentSettingsChanged,
];
