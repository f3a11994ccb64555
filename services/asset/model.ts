import * as z from "zod";
import { LongText, ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { keptFields } from "../../shared/kept/kept.ts";
import { DepreciationTerms } from "./depreciation.ts";
import { VendorId } from "./kept-ids.ts";

export const ModelId = z.string().regex(/^MDL\d{7,12}$/, "A model number such as MDL0000001");

/** How software is licensed: what one right is used up by. */
export const Metric = z.enum(["device", "user", "core"]);
export type Metric = z.infer<typeof Metric>;

/** What is bought again and again: a product of a manufacturer, and what holds for each asset of it. */
export const ModelFields = z.strictObject({
  name: ShortText,
  kind: z
    .enum(["hardware", "consumable", "software"])
    .describe("`hardware` is tracked one by one, `consumable` by number, `software` by licence"),
  manufacturer: ShortText.optional(),
  modelNumber: ShortText.optional(),
  category: ShortText.optional().describe("Such as `laptop`"),
  vendorId: VendorId.optional().describe("From whom it is usually bought"),
  ciClassId: ShortText.optional().describe("Class of the configuration item that each asset of it has"),
  acceptance: LongText.optional().describe("What a holder confirms when taking it over; absent: nothing"),
  warrantyMonths: z.number().int().min(1).max(240).optional(),
  depreciation: DepreciationTerms.optional(),
  requestable: z.boolean().optional().describe("Everybody may ask for an asset of it"),
  metric: Metric.default("device").describe("How it is licensed, where it is software"),
  coreMinimum: z
    .number()
    .int()
    .min(0)
    .max(1024)
    .default(0)
    .describe("Cores that count for a device at least, where software is licensed by cores"),
  underUsedBelow: z
    .number()
    .int()
    .min(0)
    .max(100)
    .default(80)
    .describe("Licences are under-used when less than so many percent of them are"),
});
export type ModelFields = z.infer<typeof ModelFields>;

export const Model = z
  .object({
    id: ModelId,
    ...keptFields,
    ...ModelFields.shape,
    metric: Metric,
    coreMinimum: z.number().int(),
    underUsedBelow: z.number().int(),
  })
  .meta({ id: "AssetModel" });
export type Model = z.infer<typeof Model> & RecordBase;
