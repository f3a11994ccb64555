import * as z from "zod";
import { ForeignId, ShortText } from "../domain/texts.ts";

/**
 * Who is to decide, as a policy says it. A team, a board, a manager and an owner are turned into people when
 * the decision is asked for; a role stays a role, because only tokens say who has one.
 */
export const Approver = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("person"), id: ForeignId }),
  z.strictObject({ kind: z.literal("team"), id: ForeignId.describe("Every member who is there decides") }),
  z.strictObject({ kind: z.literal("role"), id: ForeignId.describe("Whoever has the role, once") }),
  z.strictObject({ kind: z.literal("board"), id: ForeignId.describe("Every member of the board decides") }),
  z.strictObject({ kind: z.literal("manager") }).describe("Who leads the team of the person who asks"),
  z.strictObject({ kind: z.literal("owner"), of: ShortText.describe("What it is about, such as `service`") }),
]);
export type Approver = z.infer<typeof Approver>;

/** How many of those who are asked must say yes. */
export const Rule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("any") }),
  z.strictObject({ kind: z.literal("all") }),
  z.strictObject({ kind: z.literal("quorum"), count: z.number().int().min(1).max(50) }),
  z.strictObject({ kind: z.literal("percentage"), percent: z.number().int().min(1).max(100) }),
]);
export type Rule = z.infer<typeof Rule>;

const Hours = z.number().int().min(1).max(8760);

export const PolicyStep = z.strictObject({
  name: ShortText,
  approvers: z.array(Approver).min(1).max(20),
  rule: Rule.default({ kind: "any" }),
  oneRejectionEnds: z
    .boolean()
    .default(false)
    .describe("One rejection is enough; otherwise it is over when the yes can no longer be reached"),
  remindHours: Hours.optional().describe("Those who have not decided are reminded so often"),
  expiresHours: Hours.optional().describe("Not decided within so many hours is not approved"),
});
export type PolicyStep = z.infer<typeof PolicyStep>;

/** Steps that are decided one after the other; none: nobody has to approve. */
export const ApprovalPolicy = z.strictObject({ steps: z.array(PolicyStep).max(10) });
export type ApprovalPolicy = z.infer<typeof ApprovalPolicy>;
