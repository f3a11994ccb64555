import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { ForeignId, ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { AssetId } from "./asset.ts";
import { LocationId, StockroomId } from "./kept-ids.ts";
import { ModelId } from "./model.ts";

/** Somebody walks through a place and scans what is there; in the end it is known what is not. */
export const auditLifecycle = defineLifecycle(["open", "closed", "cancelled"], {
  close: { from: ["open"], to: "closed" },
  cancel: { from: ["open"], to: "cancelled" },
});

export const AuditId = z.string().regex(/^AUD\d{7,12}$/, "An audit number such as AUD0000001");

/** One record holds the whole audit: a place with more is counted model by model. */
export const mostAudited = 3000;
/** Labels that nobody knows are worth a look each; more of them are another inventory's. */
export const mostUnknown = 100;

export const Code = ForeignId.max(64).describe(
  "What the scanner read: a tag, a serial number, an asset's id",
);

export const AuditFields = z.strictObject({
  name: ShortText,
  stockroomId: StockroomId.optional().describe("What is in it; or else"),
  locationId: LocationId.optional().describe("What is at it, and in no stockroom"),
  modelId: ModelId.optional().describe("Only what is of this model: a large place is counted in parts"),
});
export type AuditFields = z.infer<typeof AuditFields>;

export const Audit = z
  .object({
    id: AuditId,
    ...recordFields,
    name: z.string(),
    stockroomId: StockroomId.optional(),
    locationId: LocationId.optional(),
    modelId: ModelId.optional(),
    state: auditLifecycle.State,
    found: z.array(AssetId).describe("Scanned, and where they should be"),
    unexpected: z.array(AssetId).describe("Scanned, and on the books elsewhere, or of another model"),
    unknown: z.array(z.string()).describe("Scanned, and on no books"),
    missing: z.array(AssetId).optional().describe("On the books here, and not scanned; known in the end"),
    reportsMissing: z.boolean().optional().describe("What is missing was reported as such"),
    closedAt: z.iso.datetime().optional(),
    actions: z.array(z.string()).optional(),
  })
  .meta({ id: "AssetAudit" });
export type Audit = z.infer<typeof Audit> & RecordBase;

/** How one scan turned out. */
export const ScanResult = z.object({
  code: z.string(),
  is: z.enum(["found", "unexpected", "unknown"]),
  assetId: AssetId.optional(),
  holderId: z.string().optional().describe("Who has it by the books"),
});
export type ScanResult = z.infer<typeof ScanResult>;
