import * as z from "zod";
import { ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { keptFields } from "../../shared/kept/kept.ts";
import { KitId } from "./kept-ids.ts";
import { ModelId } from "./model.ts";

/** More would not fit into the one transaction by which a person gets all of it or nothing. */
const mostParts = 12;

const Part = z.strictObject({
  modelId: ModelId,
  quantity: z.number().int().min(1).max(mostParts).default(1),
});

/** What somebody gets together, such as on their first day. */
export const KitFields = z.strictObject({
  name: ShortText,
  parts: z
    .array(Part)
    .min(1)
    .max(mostParts)
    .refine((parts) => new Set(parts.map(({ modelId }) => modelId)).size === parts.length, "Each model once")
    .refine(
      (parts) => parts.reduce((sum, { quantity }) => sum + quantity, 0) <= mostParts,
      `At most ${mostParts} things in all`,
    )
    .describe("Hardware that is handed out one by one, and consumables by number"),
});
export const Kit = z
  .object({ id: KitId, ...keptFields, ...KitFields.shape, parts: z.array(Part.required()) })
  .meta({ id: "Kit" });
export type Kit = z.infer<typeof Kit> & RecordBase;
