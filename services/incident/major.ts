import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { ForeignId, LongText, ShortText } from "../../shared/domain/texts.ts";

/** Whether an incident is a major one: anybody who works on it proposes, the major incident manager decides. */
export const majorLifecycle = defineLifecycle(["proposed", "accepted", "rejected", "demoted"], {
  accept: { from: ["proposed"], to: "accepted" },
  reject: { from: ["proposed"], to: "rejected" },
  demote: { from: ["accepted"], to: "demoted" },
  propose: { from: ["rejected", "demoted"], to: "proposed" },
});

export const Phase = z.enum(["identification", "communication", "resolution", "review"]);
const Audience = z
  .enum(["callers", "stakeholders"])
  .describe(
    "callers: everybody who sees the incident, and callers of its children; stakeholders: staff only",
  );

/** A group of people who are kept up to date: how, and how often at least. */
export const PlanLine = z.strictObject({
  group: ShortText.describe("Such as callers, executives, service owners"),
  audience: Audience,
  channel: z.enum(["portal", "email", "phone", "chat", "status_page"]),
  everyMinutes: z.number().int().min(5).max(1440),
});
export type PlanLine = z.infer<typeof PlanLine>;

export const Plan = z
  .array(PlanLine)
  .max(10)
  .refine((lines) => new Set(lines.map(({ group }) => group)).size === lines.length, "Name each group once");

const WatchedLine = PlanLine.extend({
  lastAt: z.iso.datetime().describe("When the group last heard something"),
  dueAt: z.iso.datetime().describe("When it should hear something at the latest"),
  isAnnounced: z.boolean().optional().describe("That this time came was told already"),
});

/** Short points, so that a whole review fits its history item. */
const Points = z.array(z.string().trim().min(1).max(500)).max(20);

/** What was learned from a major incident, for people who run services. */
export const Review = z.strictObject({
  summary: z.string().trim().min(1).max(4000),
  wentWell: Points.default([]),
  wentBadly: Points.default([]),
  causes: Points.default([]).describe("Contributing causes"),
});

export const ActionFields = z.strictObject({
  title: ShortText,
  ownerId: ForeignId.describe("Who does it"),
  dueAt: z.iso.datetime(),
});

const ReviewAction = ActionFields.extend({ id: z.string(), doneAt: z.iso.datetime().optional() });

/** Everything about an incident as a major one; for people who see its inside. */
const Major = z.object({
  reason: LongText,
  proposedBy: z.string(),
  proposedAt: z.iso.datetime(),
  decidedBy: z.string().optional(),
  decidedAt: z.iso.datetime().optional(),
  decision: LongText.optional(),
  managerId: z.string().optional().describe("Who leads it"),
  phase: Phase,
  mitigatedAt: z.iso.datetime().optional(),
  plan: z.array(WatchedLine),
  review: Review.extend({ completedAt: z.iso.datetime().optional() }).optional(),
  actions: z.array(ReviewAction).optional(),
});
export type Major = z.infer<typeof Major>;

export const majorFields = {
  majorState: majorLifecycle.State.optional().describe("Absent where nobody ever proposed it"),
  major: Major.optional(),
};
