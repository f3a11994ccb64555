import * as z from "zod";
import { Approval } from "../../shared/approvals/approval.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { LongText } from "../../shared/domain/texts.ts";
import { ClockSummary } from "../../shared/targets/clock-summary.ts";
import type { ClockedRecord } from "../../shared/targets/keep-clocks.ts";
import {
  AlertHeard,
  Chance,
  Conflicts,
  EvidenceKept,
  Exception,
  Impacted,
  Permit,
  Reason,
  Suspect,
} from "./change-details.ts";
import {
  ChangeId,
  changeFields,
  Level,
  Link,
  ModelId,
  Outcome,
  PersonId,
  Plans,
  Risk,
  TemplateId,
} from "./change-fields.ts";
import { ChangeType, normalLifecycle } from "./change-type.ts";
import { Modified } from "./modifications.ts";
import { ChangeTask } from "./task.ts";

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
  riskMissing: z
    .array(z.enum(["impact", "whole_impact"]))
    .optional()
    .describe(
      "What was not known when its risk was worked out: what depends on its CIs, or all of it. Worked out anew when it is",
    ),
  answers: z.record(z.string(), z.string()).optional().describe("To the questionnaire, by question"),
  chance: Chance.optional().describe("Of success, when it was assessed"),
  impacted: Impacted.optional().describe("What depends on its CIs, as configuration management found"),
  tasks: z.array(ChangeTask),
  approval: Approval.optional().describe("Who was asked to authorise it and what they decided"),
  exception: Exception.optional().describe("Whether it may be done in a freeze"),
  conflicts: Conflicts.optional().describe("What it collides with, as was last looked"),
  suspects: z.array(Suspect).optional().describe("Incidents soon after it, which it may have caused"),
  targetAt: z.iso.datetime().optional().describe("When it is to be done by its agreements"),
  serviceLevels: z.array(ClockSummary).optional().describe("One clock per agreement and metric"),
  alerts: z.array(AlertHeard).optional().describe("What monitoring said of its CIs while it was being done"),
  overranAt: z.iso.datetime().optional().describe("When it was told that the work goes on after its window"),
  modified: Modified.optional().describe("What became of its modifications in the CMDB"),
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
export type Change = z.infer<typeof Change> & ClockedRecord;

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
  riskMissing: true,
  answers: true,
  chance: true,
  impacted: true,
  modifications: true,
  modified: true,
  permits: true,
  suspects: true,
  alerts: true,
  evidence: true,
  outcomeText: true,
  review: true,
  cancellation: true,
}).meta({ id: "ListedChange" });
