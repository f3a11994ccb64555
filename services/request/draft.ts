import * as z from "zod";
import { fitsBytes } from "../../shared/domain/fits-bytes.ts";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { Answers } from "../../shared/forms/form.ts";
import { CatalogItemId, DraftId, PersonId, RequestId } from "./ids.ts";

/** A cart, and a form that is half filled in: kept as one types, until it is ordered or thrown away. */
export const draftLifecycle = defineLifecycle(["open", "ordered", "discarded"], {
  order: { from: ["open"], to: "ordered" },
  discard: { from: ["open"], to: "discarded" },
});

export const Line = z.strictObject({
  catalogItemId: CatalogItemId,
  quantity: z.number().int().min(1).max(100).default(1),
  answers: Answers.default({}).describe("To the item's form; a draft's may be half filled in"),
});
export type Line = z.infer<typeof Line>;

/** What is wanted, and for whom. */
export const DraftFields = z
  .strictObject({
    requestedFor: PersonId.optional().describe("For whom; who orders unless given"),
    note: z.string().trim().min(1).max(2000).optional().describe("What approvers and fulfillers should know"),
    lines: z.array(Line).max(12),
  })
  .refine(fitsBytes(80_000), "At most 80 kB in all");
export type DraftFields = z.infer<typeof DraftFields>;

export const Draft = z
  .object({
    id: DraftId,
    ...recordFields,
    ...DraftFields.shape,
    state: draftLifecycle.State,
    ownerId: PersonId,
    requestId: RequestId.optional().describe("What became of it"),
    actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
  })
  .meta({ id: "RequestDraft" });
export type Draft = z.infer<typeof Draft> & RecordBase;

export const ListedDraft = Draft.omit({ lines: true }).meta({ id: "ListedRequestDraft" });
