import * as z from "zod";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { PrecedenceRule } from "./precedence.ts";

/** What holds for all sources together. */
export const RulesFields = z.strictObject({
  precedence: z.array(PrecedenceRule).max(300).describe("Whose word counts for which attribute"),
});
export type RulesFields = z.infer<typeof RulesFields>;

export const Rules = z
  .object({
    id: z.string(),
    version: z.number().int(),
    createdAt: z.string(),
    updatedAt: z.string(),
    ...RulesFields.shape,
  })
  .meta({ id: "ReconciliationRules" });
export type Rules = RulesFields & RecordBase;

export const rulesId = "reconciliation.rules";

/** Without a rule, what people wrote stays theirs, and among sources the later word counts. */
export const defaultRules: Rules = { id: rulesId, version: 0, createdAt: "", updatedAt: "", precedence: [] };
