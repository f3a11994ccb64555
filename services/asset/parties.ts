import * as z from "zod";
import { ForeignId, LongText, ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { keptFields } from "../../shared/kept/kept.ts";
import { CostCenterId, VendorId } from "./kept-ids.ts";

/** From whom something is bought, leased or maintained. */
export const VendorFields = z.strictObject({
  name: ShortText,
  contact: ShortText.optional().describe("Whom to ask: a name, an address, a number"),
  accountNumber: ShortText.optional(),
  note: LongText.optional(),
});
export const Vendor = z.object({ id: VendorId, ...keptFields, ...VendorFields.shape }).meta({ id: "Vendor" });
export type Vendor = z.infer<typeof Vendor> & RecordBase;

/** Who pays. */
export const CostCenterFields = z.strictObject({
  name: ShortText,
  code: ShortText.optional().describe("As the books call it"),
  ownerId: ForeignId.optional().describe("Person who answers for its money"),
});
export const CostCenter = z
  .object({ id: CostCenterId, ...keptFields, ...CostCenterFields.shape })
  .meta({ id: "CostCenter" });
export type CostCenter = z.infer<typeof CostCenter> & RecordBase;
