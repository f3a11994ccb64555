import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

const source = "itsm.problem";

const CandidateSnapshot = z.object({
  id: z.string(),
  state: z.enum(["proposed", "dismissed", "accepted"]),
  likeness: z.object({
    kind: z.enum(["ci", "service", "category", "service_category", "text"]),
    ciId: z.string().optional(),
    serviceId: z.string().optional(),
    category: z.string().optional(),
    subcategory: z.string().optional(),
    words: z.array(z.string()).optional().describe("What their titles have in common"),
  }),
  incidentIds: z.array(z.string()),
  firstOpenedAt: z.string(),
  lastOpenedAt: z.string(),
  problemId: z.string().optional().describe("The problem that its incidents were last given to"),
});
const event = (type: string, summary: string) =>
  defineEvent({ source, type, version: 1, summary, data: z.object({ candidate: CandidateSnapshot }) });

export const ProblemCandidateProposed = event(
  "ProblemCandidateProposed",
  "Like incidents came in short order.",
);
export const ProblemCandidateGrew = event("ProblemCandidateGrew", "Another like incident came.");
export const ProblemCandidateDismissed = event(
  "ProblemCandidateDismissed",
  "Somebody found no common cause in it.",
);
/** What its problem is made of; who reads this for other reasons finds all of it in the problem. */
const Acceptance = z.object({
  isNew: z.boolean(),
  acceptedBy: z.string(),
  incidentIds: z.array(z.string()),
  title: z.string().optional(),
  impact: z.number().int(),
  urgency: z.number().int(),
  teamId: z.string().optional(),
});
export type Acceptance = z.infer<typeof Acceptance>;

export const ProblemCandidateAccepted = defineEvent({
  source,
  type: "ProblemCandidateAccepted",
  version: 1,
  summary: "Its incidents belong to a problem, which was opened for them or was there.",
  data: z.object({ candidate: CandidateSnapshot, acceptance: Acceptance }),
});
const Rule = z.object({ similarIncidents: z.number(), windowDays: z.number() });
export const ProblemSettingsChanged = defineEvent({
  source,
  type: "ProblemSettingsChanged",
  version: 1,
  summary: "The rules of problem management changed: what makes a candidate, priorities, the end.",
  data: z.object({
    similarIncidents: z.number(),
    windowDays: z.number(),
    rules: z.record(z.string(), Rule.nullable()).optional().describe("By kind of likeness"),
    heldIncidents: z.string().optional().describe("resolve or offer"),
    likeIncidents: z
      .string()
      .optional()
      .describe("link or leave: what becomes of incidents like those of a problem"),
    fixedByChange: z.string().optional().describe("resolve or leave: what a successful change means"),
    openTasks: z.string().optional().describe("block or cancel: what open tasks mean for the end"),
  }),
});

export const candidateEvents = [
  ProblemCandidateProposed,
  ProblemCandidateGrew,
  ProblemCandidateDismissed,
  ProblemCandidateAccepted,
  ProblemSettingsChanged,
];
