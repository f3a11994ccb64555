import * as z from "zod";
import { Ci, CiId } from "../ci.ts";
import { ImpactStep, ImpactSummary } from "../events-impact.ts";
import { RelationTypeId } from "../relation-type.ts";

/** How far an answer goes unless asked otherwise, and at most. */
export const limits = {
  depth: 50,
  deepest: 1000,
  usual: 2000,
  most: 20_000,
  listed: 500,
  edges: 2000,
} as const;

/** What fails together, and how far to look. */
export const ImpactAsk = z.strictObject({
  ciIds: z.array(CiId).min(1).max(50).describe("The CIs that fail, all at once"),
  direction: z
    .enum(["downstream", "upstream"])
    .default("downstream")
    .describe("downstream: what suffers; upstream: what they need, where a cause may lie"),
  typeIds: z.array(RelationTypeId).max(50).optional().describe("Only relations of these types"),
  depth: z.number().int().min(1).max(limits.deepest).default(limits.depth),
  most: z
    .number()
    .int()
    .min(1)
    .max(limits.most)
    .default(limits.usual)
    .describe("CIs to look at; what is cut off is said in `truncated`"),
  notImpacted: z.array(CiId).max(200).default([]).describe("Taken as unharmed, with all behind them"),
  at: z.iso.datetime().optional().describe("The graph as it was then, of 1,000 CIs at most"),
});
export type ImpactAsk = z.infer<typeof ImpactAsk>;

const ImpactedCi = z.object({
  ...Ci.pick({
    id: true,
    name: true,
    classId: true,
    state: true,
    criticality: true,
    ownerId: true,
    teamId: true,
  }).shape,
  depth: z.number().int().describe("Steps from what failed"),
  path: z.array(ImpactStep).describe("How it is reached"),
});

const ImpactEdge = z.object({
  from: CiId.describe("The one that fails, or is looked at from"),
  to: CiId.describe("The one that suffers for it; upstream the one that it needs"),
  typeId: RelationTypeId,
});

export const ImpactAnswer = z
  .object({
    ...ImpactSummary.shape,
    items: z.array(ImpactedCi).describe(`Most critical and nearest first, ${limits.listed} at most`),
    edges: z
      .array(ImpactEdge)
      .describe(
        `Every dependency among \`items\` and those that fail, as far as it was looked at; ${limits.edges} at most`,
      ),
    hiddenCount: z.number().int().describe("Impacted CIs that are not for the caller to see"),
    leftOff: z
      .number()
      .int()
      .describe("Impacted CIs that are not among `items` only because there are so many"),
  })
  .meta({ id: "ImpactAnswer" });
export type ImpactAnswer = z.infer<typeof ImpactAnswer>;
