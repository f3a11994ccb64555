import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { AssetId, PersonId } from "./asset.ts";
import { ModelId } from "./model.ts";

/** Somebody asks for an asset of a model; it ends by itself when they get one. */
export const assetRequestLifecycle = defineLifecycle(["open", "fulfilled", "declined", "withdrawn"], {
  fulfil: { from: ["open"], to: "fulfilled" },
  decline: { from: ["open"], to: "declined" },
  withdraw: { from: ["open"], to: "withdrawn" },
});

export const AssetRequestId = z.string().regex(/^ARQ\d{7,12}$/, "A request such as ARQ0000001");

export const AssetRequestFields = z.strictObject({
  modelId: ModelId.describe("Of what; its model lets people ask for it"),
  personId: PersonId.optional().describe("Who is to have it: oneself, unless one hands out assets"),
  until: z.iso.datetime().optional().describe("For a while only; absent: for good"),
  reason: z.string().trim().min(1).max(2000).optional(),
});
export type AssetRequestFields = z.infer<typeof AssetRequestFields>;

export const AssetRequest = z
  .object({
    id: AssetRequestId,
    ...recordFields,
    ...AssetRequestFields.shape,
    personId: PersonId,
    modelName: z.string(),
    requesterId: PersonId.describe("Who asked"),
    state: assetRequestLifecycle.State,
    assetId: AssetId.optional().describe("What they got"),
    answer: z.string().optional().describe("Why it was declined"),
    actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
  })
  .meta({ id: "AssetRequest" });
export type AssetRequest = z.infer<typeof AssetRequest> & RecordBase;

/** A person asks once for a model, until that is answered. */
export const claimOf = ({ personId, modelId }: Pick<AssetRequest, "personId" | "modelId">): string =>
  `request#${modelId}#${personId}`;
