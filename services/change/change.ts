import * as z from "zod";
import { Approval } from "../../shared/approvals/approval.ts";
import { fitsBytes } from "../../shared/domain/fits-bytes.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { ForeignId, LongText, ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { ChangeType, normalLifecycle } from "./change-type.ts";
import { ChangeTask, Instant } from "./task.ts";

export const ChangeId = z.string().regex(/^CHG\d{7,12}$/, "A change number such as CHG0001234");
export const ModelId = z.string().regex(/^CMO\d{7,12}$/, "A change model such as CMO0000001");
export const TemplateId = z.string().regex(/^CTP\d{7,12}$/, "A change template such as CTP0000001");
export const PersonId = ForeignId.describe("Subject of the person's token");
export const TeamId = ForeignId.describe("Id of a team");
export const ServiceId = ForeignId.describe("Id of a business service");
const Level = z.union([z.literal(1), z.literal(2), z.literal(3)]).describe("1 high, 2 medium, 3 low");
export const Risk = z.enum(["low", "medium", "high", "very_high"]);
export type Risk = z.infer<typeof Risk>;
export const Outcome = z.enum(["successful", "successful_with_issues", "backed_out", "failed"]);
export type Outcome = z.infer<typeof Outcome>;

/** So many CIs, and so many bytes: an event of the history holds the list three times. */
const mostCis = 1000;
const ciBytes = 40_000;
export const CiIds = z
  .array(ForeignId.describe("Id of a configuration item"))
  .max(mostCis)
  .refine((ids) => new Set(ids).size === ids.length, "Each CI once")
  .refine(fitsBytes(ciBytes), `At most ${ciBytes / 1000} kB of ids`);

const Plan = z.string().trim().min(1).max(8000);
/** What is done, how it is tested, how it is taken back, and who is told. */
export const Plans = z
  .strictObject({
    implementation: Plan.optional(),
    test: Plan.optional(),
    backout: Plan.optional(),
    communication: Plan.optional(),
  })
  .refine(fitsBytes(40_000), "At most 40 kB in all");
export type Plans = z.infer<typeof Plans>;
export const PlanName = z.enum(["implementation", "test", "backout", "communication"]);

/** What another record is to this change. */
const LinkType = z.enum(["caused", "resolves", "problem", "request", "related"]);
export const Link = z.strictObject({ type: LinkType, target: ForeignId.describe("Id of the other record") });
export type Link = z.infer<typeof Link>;

/** What people say of a change and may correct. */
export const changeFields = {
  title: ShortText,
  description: z.string().trim().min(1).max(4000).optional(),
  justification: z.string().trim().min(1).max(2000).optional().describe("Why it should be done"),
  category: ShortText.optional(),
  impact: Level.default(3),
  priority: z.number().int().min(1).max(5).optional().describe("1 critical to 5 planning"),
  serviceId: ServiceId.optional(),
  ciIds: CiIds.default([]).describe("Configuration items that are changed"),
  requesterId: PersonId.optional().describe("For whom it is done; who opens it unless given"),
  teamId: TeamId.optional().describe("The team that does it"),
  assigneeId: PersonId.optional().describe("Who does it"),
  plannedStart: Instant.optional(),
  plannedEnd: Instant.optional(),
  plans: Plans.default({}),
  links: z.array(Link).max(50).default([]),
  parentId: ChangeId.optional().describe("The change that this one is a part of"),
  comesAfter: z.array(ChangeId).max(20).optional().describe("Changes that are over before it begins"),
};

const Reason = z.object({
  source: z.enum(["rule", "questionnaire", "judgement"]),
  risk: Risk,
  text: z.string(),
});

const Chance = z.object({
  percent: z.number().int(),
  basis: z
    .array(
      z.object({
        of: z.string(),
        changes: z.number().int(),
        successful: z.number().int(),
        percent: z.number().int().describe("The chance with this record and those before it"),
      }),
    )
    .describe("How changes like it ended in the last year, from the general to the close"),
});

const Impacted = z.object({
  sequence: z.number().int().describe("Version of the change that named the CIs"),
  criticality: z.enum(["high", "medium", "low"]).optional(),
  impactedCount: z.number().int(),
  serviceCount: z.number().int(),
  services: z.array(z.object({ id: z.string(), name: z.string(), criticality: z.string() })),
  assessedAt: z.iso.datetime(),
  isComplete: z.boolean(),
});

const Suspect = z.object({
  incidentId: z.string(),
  openedAt: z.iso.datetime(),
  state: z.enum(["proposed", "confirmed", "dismissed"]),
});

const Permit = z.object({
  id: z.string(),
  givenTo: z.string(),
  givenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  purpose: z.string().optional(),
  serviceId: z.string().optional(),
});

const EvidenceKept = z.object({
  kind: z.string(),
  outcome: z.string(),
  text: z.string().optional(),
  url: z.string().optional(),
  permitId: z.string(),
  at: z.iso.datetime(),
});

const Exception = z.object({
  freezeIds: z.array(z.string()),
  from: z.iso.datetime().describe("For this window and no other"),
  to: z.iso.datetime(),
  reason: z.string(),
  state: z.enum(["asked", "granted", "refused", "expired", "void"]),
  approval: Approval,
});

const Conflicts = z.object({
  total: z.number().int(),
  kinds: z.record(z.string(), z.number().int()),
  with: z.array(z.string()).describe("Changes, 50 at most"),
});

export const Change = z.object({
  id: ChangeId,
  ...recordFields,
  type: ChangeType,
  modelId: ModelId.optional(),
  templateId: TemplateId.optional(),
  templateEdition: z.number().int().optional(),
  ...changeFields,
  impact: Level,
  ciIds: z.array(z.string()),
  plans: Plans,
  links: z.array(Link),
  requesterId: PersonId,
  plannedStart: z.iso.datetime().optional(),
  plannedEnd: z.iso.datetime().optional(),
  state: normalLifecycle.State,
  openedBy: PersonId,
  openedAt: z.iso.datetime(),
  risk: Risk.optional().describe("The highest of what rules, answers and its assessor say"),
  riskReasons: z.array(Reason).optional(),
  answers: z.record(z.string(), z.string()).optional().describe("To the questionnaire, by question"),
  chance: Chance.optional().describe("Of success, when it was assessed"),
  impacted: Impacted.optional().describe("What depends on its CIs, as configuration management found"),
  tasks: z.array(ChangeTask),
  approval: Approval.optional().describe("Who was asked to authorise it and what they decided"),
  exception: Exception.optional().describe("Whether it may be done in a freeze"),
  conflicts: Conflicts.optional().describe("What it collides with, as was last looked"),
  suspects: z.array(Suspect).optional().describe("Incidents soon after it, which it may have caused"),
  overranAt: z.iso.datetime().optional().describe("When it was told that the work goes on after its window"),
  permits: z.array(Permit).optional().describe("Whom it was permitted to carry it out, the last 20"),
  evidence: z.array(EvidenceKept).optional().describe("What pipelines wrote back"),
  actualStart: z.iso.datetime().optional(),
  actualEnd: z.iso.datetime().optional(),
  outcome: Outcome.optional(),
  outcomeText: LongText.optional(),
  review: z
    .object({ outcome: Outcome, text: z.string(), reviewerId: z.string(), at: z.iso.datetime() })
    .optional()
    .describe("Post-implementation review"),
  closedAt: z.iso.datetime().optional(),
  cancellation: z.string().optional(),
  actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
});
export type Change = z.infer<typeof Change> & RecordBase;

/** It is not over: it stands in the queues. */
export const isOpen = ({ state }: Pick<Change, "state">): boolean =>
  state !== "closed" && state !== "cancelled";

/** A change as the API shows it. */
export const SeenChange = Change.meta({ id: "Change" });

/** A change as lists show it: without the long texts. */
export const ListedChange = SeenChange.omit({
  description: true,
  justification: true,
  plans: true,
  ciIds: true,
  tasks: true,
  approval: true,
  exception: true,
  riskReasons: true,
  answers: true,
  chance: true,
  impacted: true,
  permits: true,
  suspects: true,
  evidence: true,
  outcomeText: true,
  review: true,
  cancellation: true,
}).meta({ id: "ListedChange" });
