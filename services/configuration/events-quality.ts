import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";
import { CiSnapshot } from "./events.ts";

const source = "itsm.configuration";

const DuplicateSnapshot = z.object({
  id: z.string(),
  state: z.enum(["open", "dismissed", "merging", "merged"]),
  ciIds: z.array(z.string()),
  survivorId: z.string().optional(),
});
const duplicateEvent = (type: string, summary: string) =>
  defineEvent({ source, type, version: 1, summary, data: z.object({ duplicate: DuplicateSnapshot }) });

export const CiDuplicateFound = duplicateEvent("CiDuplicateFound", "Two CIs may be one.");
export const CiDuplicateDismissed = duplicateEvent(
  "CiDuplicateDismissed",
  "Somebody says that they are two.",
);
export const CiDuplicateReopened = duplicateEvent("CiDuplicateReopened", "They may be one after all.");
export const CiMergeStarted = duplicateEvent(
  "CiMergeStarted",
  "They are one: the other one is merged into it.",
);
export const CiDuplicateMerged = duplicateEvent(
  "CiDuplicateMerged",
  "Everything of the one is the other's now.",
);

export const CiMerged = defineEvent({
  source,
  type: "CiMerged",
  version: 1,
  summary: "A configuration item took over what a second record of it had.",
  data: z.object({ ci: CiSnapshot, mergedId: z.string() }),
});

const Figures = z.object({
  cis: z.number().int(),
  sound: z.number().int().describe("Without any finding"),
  findings: z.record(z.string(), z.number().int()),
});
export const CmdbHealthMeasured = defineEvent({
  source,
  type: "CmdbHealthMeasured",
  version: 1,
  summary: "Every configuration item was looked at: how many are complete, correct and compliant.",
  data: z.object({ measuredAt: z.string(), total: Figures }),
});
export const CmdbMeasurementAsked = defineEvent({
  source,
  type: "CmdbMeasurementAsked",
  version: 1,
  summary: "Somebody wants the CMDB measured now.",
  data: z.object({ askedAt: z.string(), total: Figures.describe("As it was measured last") }),
});
export const ComplianceRulesChanged = defineEvent({
  source,
  type: "ComplianceRulesChanged",
  version: 1,
  summary: "What the house asks of its configuration items was changed.",
  data: z.object({ rules: z.number().int().describe("How many there are now") }),
});

export const qualityEvents = [
  CmdbHealthMeasured,
  CmdbMeasurementAsked,
  ComplianceRulesChanged,
  CiDuplicateFound,
  CiDuplicateDismissed,
  CiDuplicateReopened,
  CiMergeStarted,
  CiDuplicateMerged,
  CiMerged,
];
