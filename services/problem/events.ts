import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

const source = "itsm.problem";

const CandidateSnapshot = z.object({
  id: z.string(),
  state: z.enum(["proposed", "dismissed"]),
  likeness: z.object({
    kind: z.enum(["ci", "service_category"]),
    ciId: z.string().optional(),
    serviceId: z.string().optional(),
    category: z.string().optional(),
  }),
  incidentIds: z.array(z.string()),
  firstOpenedAt: z.string(),
  lastOpenedAt: z.string(),
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
export const ProblemSettingsChanged = defineEvent({
  source,
  type: "ProblemSettingsChanged",
  version: 1,
  summary: "How many like incidents in how many days make a candidate was changed.",
  data: z.object({ similarIncidents: z.number(), windowDays: z.number() }),
});

export const problemEvents = [
  ProblemCandidateProposed,
  ProblemCandidateGrew,
  ProblemCandidateDismissed,
  ProblemSettingsChanged,
];
