import * as z from "zod";
import { fitsBytes } from "../../../shared/domain/fits-bytes.ts";
import { ShortText } from "../../../shared/domain/texts.ts";
import type { RecordBase } from "../../../shared/dynamo/record.ts";
import { keptFields } from "../../../shared/kept/kept.ts";
import { CiClassId } from "../ci-class.ts";
import { RelationTypeId } from "../relation-type.ts";
import { rootClassId } from "../seeds/classes.ts";
import { Condition } from "./condition.ts";

/** A step along relations: from each CI found so far to those that it is related to so. */
const Step = z.strictObject({
  typeIds: z.array(RelationTypeId).min(1).max(10).describe("Relations of any of these types"),
  direction: z
    .enum(["forward", "reverse"])
    .describe("forward: as the type's name reads (depends on); reverse: as its other name does (used by)"),
  classId: CiClassId.optional().describe("Only to CIs of this class and of those below it"),
  where: z.array(Condition).max(10).default([]).describe("Only to CIs of which all of these hold"),
});
export type Step = z.infer<typeof Step>;

const shape = {
  classId: CiClassId.default(rootClassId).describe("Begin with CIs of this class and of those below it"),
  where: z.array(Condition).max(20).default([]).describe("Of which all of these hold"),
  steps: z
    .array(Step)
    .max(4)
    .default([])
    .describe("And from there along relations, one step after the other"),
  list: z
    .enum(["first", "last", "first_without"])
    .default("first")
    .describe(
      "first: those one begins with from which the steps lead to something; last: those that they lead to; first_without: those from which they lead nowhere",
    ),
};
const QueryShape = z.strictObject(shape);
/** A question to the graph: CIs of a class, conditions on what is known of them, and steps along relations. */
export type Query = z.infer<typeof QueryShape>;

const hasSteps = ({ steps, list }: Pick<Query, "steps" | "list">): boolean =>
  list === "first" || steps.length > 0;
const needsSteps = { path: ["list"], message: "Without steps there are only the first ones" };

/** How many CIs an answer looks at, and tells of. Retired ones are never among them. */
export const limits = { usual: 2000, most: 10_000, listed: 500 } as const;

export const Most = z
  .number()
  .int()
  .min(1)
  .max(limits.most)
  .default(limits.usual)
  .describe("CIs to look at; what is cut off is said in `truncated`");

/** A question that is asked once. */
export const QueryAsk = QueryShape.extend({ most: Most }).refine(hasSteps, needsSteps);

/** A question that is asked again and again. */
export const CiQueryFields = QueryShape.extend({
  name: ShortText,
  description: z.string().trim().min(1).max(2000).optional(),
  isWatched: z
    .boolean()
    .default(false)
    .describe("It is counted every hour, as all see it who read CIs, and a changed count is told of"),
})
  .refine(hasSteps, needsSteps)
  .refine(fitsBytes(30_000), "At most 30 kB in all");
export type CiQueryFields = z.infer<typeof CiQueryFields>;

export const CiQueryId = z.string().regex(/^CIQ\d{7,12}$/, "A query such as CIQ0000001");

export const CiQuery = z
  .object({ id: CiQueryId, ...keptFields, ...CiQueryFields.shape })
  .meta({ id: "CiQuery" });
export type CiQuery = z.infer<typeof CiQuery> & RecordBase;
