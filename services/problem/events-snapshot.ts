import * as z from "zod";

/** More ids of incidents no event carries: the newest ones. All are found by asking for a problem's incidents. */
export const mostIncidentIds = 100;

/** Who may read what is published: everybody, all who work in IT, or some of their teams. */
const AudienceSnapshot = z.object({
  kind: z.enum(["everyone", "agents", "teams"]),
  teamIds: z.array(z.string()).optional().describe("For `teams`"),
});

/** A known error as it was published; what is still being written is never in an event. */
export const KnownErrorSnapshot = z.object({
  problemId: z.string(),
  edition: z.number().int().describe("Counts what was published of it, from 1"),
  title: z.string(),
  symptom: z.string(),
  cause: z.string().optional(),
  workaround: z.string().optional(),
  errorCode: z.string().optional().describe("What the failing thing shows, such as ORA-00060"),
  ciIds: z.array(z.string()),
  serviceId: z.string().optional(),
  category: z.string().optional(),
  audience: AudienceSnapshot,
  publishedAt: z.string(),
});

/** What was last told to the linked incidents; `number` counts all that a problem has ever told, so higher is newer. */
export const CommunicationSnapshot = z.object({
  number: z.number().int(),
  text: z.string(),
  audience: z.enum(["callers", "agents"]).describe("callers: a comment they read; agents: a note"),
  at: z.string(),
});

/**
 * What every problem event says of the problem as it is after the event. A consumer that keeps the one with
 * the highest `meta.sequence` per problem knows its present state, in whatever order events arrive. A problem
 * is an inside matter: of all this only a published known error and what was communicated to callers are for
 * people outside.
 */
export const ProblemSnapshot = z.object({
  id: z.string(),
  state: z.enum(["new", "assess", "root_cause_analysis", "fix_in_progress", "resolved", "closed"]),
  title: z.string(),
  priority: z.number().int(),
  impact: z.number().int(),
  urgency: z.number().int(),
  category: z.string().optional(),
  serviceId: z.string().optional(),
  ciIds: z.array(z.string()),
  incidentIds: z
    .array(z.string())
    .describe(`Incidents tied to it from the problem's side: the newest ${mostIncidentIds}`),
  changeIds: z.array(z.string()).describe("Changes that are to fix it"),
  rootCause: z
    .object({
      text: z.string(),
      category: z.string().optional(),
      ciIds: z.array(z.string()),
      changeId: z.string().optional().describe("The change that caused it"),
    })
    .optional(),
  workaround: z.string().optional(),
  knownError: KnownErrorSnapshot.optional().describe("As published; absent when it is not, or was withdrawn"),
  communicated: z
    .object({ workaround: CommunicationSnapshot.optional(), fix: CommunicationSnapshot.optional() })
    .optional()
    .describe("The last of each kind"),
  resolutionCode: z.enum(["fix_applied", "risk_accepted", "duplicate", "cancelled"]).optional(),
  resolution: z.string().optional().describe("What was done, once a fix is applied"),
  duplicateOf: z.string().optional().describe("The problem that has its incidents now"),
  heldIncidents: z
    .enum(["resolve", "offer"])
    .optional()
    .describe("Once resolved: what becomes of incidents that wait for it"),
  teamId: z.string().optional(),
  assigneeId: z.string().optional(),
  openedAt: z.string(),
  resolvedAt: z.string().optional(),
  closedAt: z.string().optional(),
  reanalysisCount: z.number().int(),
});
export type ProblemSnapshot = z.infer<typeof ProblemSnapshot>;
