import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { Level, Priority } from "../../shared/domain/priority.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { ForeignId, LongText, ShortText } from "../../shared/domain/texts.ts";
import { ClockSummary } from "../../shared/targets/clock-summary.ts";
import type { ClockedRecord } from "../../shared/targets/keep-clocks.ts";
import { Analysis, RootCause } from "./analysis.ts";
import { KnownError } from "./known-error.ts";
import { Task } from "./task.ts";

const unfinished = ["new", "assess", "root_cause_analysis", "fix_in_progress"] as const;

/**
 * The life of a problem (ITIL 4 problem management; states as in the field's default model). `analyse` also
 * leads back from a fix that failed; `reanalyse` counts that it was over. Accepting the risk, duplicates and
 * cancelling are ways to close, told apart by the resolution code.
 */
export const problemLifecycle = defineLifecycle([...unfinished, "resolved", "closed"], {
  assess: { from: ["new"], to: "assess" },
  analyse: { from: ["new", "assess", "fix_in_progress"], to: "root_cause_analysis" },
  fix: { from: ["assess", "root_cause_analysis"], to: "fix_in_progress" },
  resolve: { from: ["root_cause_analysis", "fix_in_progress"], to: "resolved" },
  accept_risk: { from: ["assess", "root_cause_analysis", "fix_in_progress"], to: "closed" },
  duplicate: { from: unfinished, to: "closed" },
  cancel: { from: unfinished, to: "closed" },
  close: { from: ["resolved"], to: "closed" },
  reanalyse: { from: ["resolved", "closed"], to: "root_cause_analysis" },
});
export type ProblemState = z.infer<typeof problemLifecycle.State>;
export type ProblemAction = keyof typeof problemLifecycle.transitions;

/** Work is left to do: the problem stands in the queues. */
export const isOpen = ({ state }: { readonly state: ProblemState }): boolean =>
  state !== "resolved" && state !== "closed";

export const ProblemId = z.string().regex(/^PRB\d{7,12}$/, "A problem number such as PRB0001234");
export const IncidentId = z.string().regex(/^INC\d{7,12}$/, "An incident number such as INC0001234");
export const PersonId = ForeignId.describe("Subject of the person's token");
export const TeamId = ForeignId.describe("Id of a team");

/** What people may set and edit; priority is not among them: impact and urgency decide it. */
export const ProblemFields = z.strictObject({
  title: ShortText,
  description: LongText.optional(),
  category: ShortText.optional(),
  subcategory: ShortText.optional(),
  impact: Level.default(3),
  urgency: Level.default(3),
  serviceId: ForeignId.optional().describe("Id of a business service"),
  ciIds: z.array(ForeignId).max(50).default([]).describe("Configuration items affected"),
});

export const ResolutionCode = z.enum(["fix_applied", "risk_accepted", "duplicate", "cancelled"]);

/** What was last told of a kind to those with a linked incident. */
const Communication = z.object({
  number: z.number().int().describe("Counts all that the problem has ever told"),
  text: z.string(),
  audience: z.enum(["callers", "agents"]),
  at: z.iso.datetime(),
});
export type Communication = z.infer<typeof Communication>;

/** A change that is to fix it, as it was last heard of; `sequence` is that event's. */
const KnownChange = z.object({
  id: z.string(),
  state: z.string(),
  outcome: z.string().optional(),
  sequence: z.number().int(),
});
export type KnownChange = z.infer<typeof KnownChange>;

/** A change that was tied to it once stays known as `untied`, so that its earlier events say nothing any more. */
export const isTiedChange = ({ state }: Pick<KnownChange, "state">): boolean => state !== "untied";

/** An article tied to it, by what last was said of the tie; `sequence` is that event's, among those of the article. */
const KnownArticle = z.object({
  id: z.string(),
  relation: z
    .enum(["made", "linked", "reused", "untied"])
    .describe("made of its known error, tied to it by somebody, or says already what the known error says"),
  sequence: z.number().int(),
});
export type KnownArticle = z.infer<typeof KnownArticle>;

export const Origin = z.object({ kind: z.string(), id: z.string() });

export const Problem = z.object({
  id: ProblemId,
  ...recordFields,
  ...ProblemFields.shape,
  impact: Level,
  urgency: Level,
  ciIds: z.array(z.string()),
  state: problemLifecycle.State,
  priority: Priority,
  openedBy: PersonId,
  openedAt: z.iso.datetime(),
  origin: Origin.optional().describe("What it was made from: an incident or a candidate"),
  teamId: TeamId.optional(),
  assigneeId: PersonId.optional(),
  incidentIds: z
    .array(z.string())
    .describe("Incidents tied to it from here, the newest 100; its list of incidents has all"),
  changes: z.array(KnownChange).describe("Changes that are to fix it"),
  articles: z.array(KnownArticle).optional().describe("Knowledge articles made of it or tied to it"),
  changeRequests: z.number().int().describe("How many changes were asked for"),
  analysis: Analysis.optional(),
  rootCause: RootCause.optional(),
  workaround: LongText.optional(),
  knownError: KnownError.optional(),
  communicated: z
    .object({ workaround: Communication.optional(), fix: Communication.optional() })
    .optional()
    .describe("The last of each kind"),
  tasks: z.array(Task).optional().describe("Pieces of the work on it, in the order they were added"),
  resolutionCode: ResolutionCode.optional(),
  resolution: LongText.optional().describe("What was done, or why nothing is"),
  heldIncidents: z
    .enum(["resolve", "offer"])
    .optional()
    .describe("Once resolved: whether incidents that wait for it are resolved, or only told"),
  duplicateOf: ProblemId.optional(),
  resolvedAt: z.iso.datetime().optional(),
  closedAt: z.iso.datetime().optional(),
  reanalysisCount: z.number().int(),
  targetAt: z.iso
    .datetime()
    .optional()
    .describe("When it should be resolved at the latest, by its agreements"),
  serviceLevels: z.array(ClockSummary).optional().describe("One clock per agreement and metric"),
  actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
});
export type Problem = z.infer<typeof Problem> & ClockedRecord;

/** A problem as the API shows it. */
export const SeenProblem = Problem.meta({ id: "ProblemRecord" });

/** A problem as lists show it: without the long texts. */
export const ListedProblem = Problem.omit({
  description: true,
  analysis: true,
  rootCause: true,
  workaround: true,
  knownError: true,
  communicated: true,
  tasks: true,
  resolution: true,
}).meta({ id: "ListedProblemRecord" });
