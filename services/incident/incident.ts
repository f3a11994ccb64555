import * as z from "zod";
import { attachmentFields, type WithAttachments } from "../../shared/attachments/attachment.ts";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { Level, Priority } from "../../shared/domain/priority.ts";
import { ForeignId, LongText, ShortText } from "../../shared/domain/texts.ts";
import { ClockSummary } from "../../shared/targets/clock-summary.ts";
import type { ClockedRecord } from "../../shared/targets/keep-clocks.ts";
import { AlertCause } from "./alert-cause.ts";
import { conversionFields } from "./conversion.ts";
import { impactFields } from "./impact-assessment.ts";
import { majorFields } from "./major.ts";
import { mergeFields } from "./merge-fields.ts";
import type { ProblemTied } from "./problem-ties.ts";
import { taskFields } from "./task.ts";

/**
 * The life of an incident (ITIL 4 incident management; states as in the field's default model). `hold` also
 * changes the reason of a hold; `close` from an open state needs a resolution, as when a call is solved and
 * done within itself.
 */
export const incidentLifecycle = defineLifecycle(
  ["new", "in_progress", "on_hold", "resolved", "closed", "cancelled"],
  {
    start: { from: ["new", "on_hold"], to: "in_progress" },
    hold: { from: ["new", "in_progress", "on_hold"], to: "on_hold" },
    resolve: { from: ["new", "in_progress", "on_hold"], to: "resolved" },
    reopen: { from: ["resolved", "closed"], to: "in_progress" },
    close: { from: ["new", "in_progress", "on_hold", "resolved"], to: "closed" },
    cancel: { from: ["new", "in_progress", "on_hold"], to: "cancelled" },
  },
);
export type IncidentState = z.infer<typeof incidentLifecycle.State>;
export type IncidentAction = keyof typeof incidentLifecycle.transitions;

/** Work is left to do: the incident stands in the queues. */
export const isOpen = ({ state }: { readonly state: IncidentState }): boolean =>
  state === "new" || state === "in_progress" || state === "on_hold";

export const IncidentId = z.string().regex(/^INC\d{7,12}$/, "An incident number such as INC0001234");
export const PersonId = ForeignId.describe("Subject of the person's token");
export const TeamId = ForeignId.describe("Id of a team");
export const CiId = ForeignId.describe("Id of a configuration item");
export const ServiceId = ForeignId.describe("Id of a business service");
const Channel = z.enum(["phone", "email", "portal", "chat", "in_person", "monitoring"]);
export const HoldReason = z.enum([
  "awaiting_caller",
  "awaiting_problem",
  "awaiting_change",
  "awaiting_vendor",
  "awaiting_evidence",
]);
/** What another record is to this incident. */
const LinkType = z.enum(["problem", "caused_by_change", "fixed_by_change", "related"]);
export const Link = z.strictObject({ type: LinkType, target: ForeignId.describe("Id of the other record") });
export type Link = z.infer<typeof Link>;

export const Resolution = z.strictObject({
  code: ShortText.describe("Resolution code, such as `solved_permanently` or `workaround`"),
  text: LongText.describe("What was done, in words the caller understands"),
});

/** What people may set and edit; priority is not among them: impact and urgency decide it. */
export const IncidentFields = z.strictObject({
  title: ShortText,
  description: LongText.optional(),
  channel: Channel.default("portal"),
  category: ShortText.optional(),
  subcategory: ShortText.optional(),
  location: ShortText.optional(),
  vendor: ShortText.optional(),
  impact: Level.default(3),
  urgency: Level.default(3),
  serviceId: ServiceId.optional(),
  ciIds: z.array(CiId).max(50).default([]).describe("Configuration items affected"),
  links: z.array(Link).max(50).default([]),
  parentId: IncidentId.optional().describe("The incident this one is a consequence of"),
  restricted: z.boolean().default(false).describe("Seen by its team and the people named in it only"),
});
export type IncidentFields = z.infer<typeof IncidentFields>;

export const Incident = z.object({
  id: IncidentId,
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  ...IncidentFields.shape,
  channel: Channel,
  impact: Level,
  urgency: Level,
  ciIds: z.array(CiId),
  links: z.array(Link),
  restricted: z.boolean(),
  state: incidentLifecycle.State,
  priority: Priority,
  callerId: PersonId,
  openedBy: PersonId,
  openedAt: z.iso.datetime(),
  teamId: TeamId.optional(),
  assigneeId: PersonId.optional(),
  watchers: z.array(PersonId),
  holdReason: HoldReason.optional(),
  reassignmentCount: z.number().int(),
  reopenCount: z.number().int(),
  targetAt: z.iso
    .datetime()
    .optional()
    .describe(
      "When it should be resolved at the latest: by its agreements, or without one by the settings; absent while that clock is paused",
    ),
  serviceLevels: z
    .array(ClockSummary)
    .optional()
    .describe("One clock per agreement and metric, as it was when the incident last changed"),
  resolution: Resolution.optional(),
  resolvedAt: z.iso.datetime().optional(),
  resolvedBy: PersonId.optional(),
  autoCloseAt: z.iso.datetime().optional().describe("When it closes by itself unless something happens"),
  closedAt: z.iso.datetime().optional(),
  cancellation: LongText.optional().describe("Why it was cancelled"),
  isParent: z.boolean().optional().describe("Other incidents are consequences of this one"),
  alert: AlertCause.optional().describe("What monitoring reported, for which it was opened"),
  ...mergeFields,
  ...majorFields,
  ...taskFields,
  ...conversionFields,
  ...impactFields,
  ...attachmentFields,
  vip: z.boolean().optional().describe("Its caller is one of those who need special handling"),
  handlingNote: z.string().optional().describe("What agents do differently for its caller"),
  templateId: z.string().optional().describe("The template it was opened with"),
  actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
});
export type Incident = z.infer<typeof Incident> & ClockedRecord & ProblemTied & WithAttachments;

/** An incident as the API shows it; who is not working on it is not shown what is internal. */
export const SeenIncident = Incident.partial({ links: true, watchers: true }).meta({ id: "Incident" });

/** An incident as lists show it: without the long texts. */
export const ListedIncident = SeenIncident.omit({
  description: true,
  resolution: true,
  cancellation: true,
  major: true,
  brought: true,
  handlingNote: true,
  impactAssessment: true,
  attachments: true,
}).meta({ id: "ListedIncident" });
