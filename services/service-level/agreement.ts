import * as z from "zod";
import { fitsBytes } from "../../shared/domain/fits-bytes.ts";
import { ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { keptFields } from "../../shared/kept/kept.ts";
import { PolicyTerms } from "../../shared/targets/terms.ts";
import { refuseSenseless } from "./senseless.ts";

export const AgreementId = z.string().regex(/^SLA\d{7,12}$/, "An agreement number such as SLA0000001");

const fields = {
  name: ShortText,
  description: z.string().trim().min(1).max(2000).optional(),
  ...PolicyTerms.shape,
  kind: z.enum(["incident", "problem", "change", "request"]).describe("Kind of record it is about"),
};

/** What an administrator agrees on. */
export const AgreementFields = z
  .strictObject(fields)
  .refine(fitsBytes(60_000), "At most 60 kB in all")
  .superRefine(refuseSenseless);
export type AgreementFields = z.infer<typeof AgreementFields>;

/** A service level agreement (or, `internal`, an operational one): what is promised for which records. */
export const Agreement = z
  .object({
    id: AgreementId,
    ...keptFields,
    ...fields,
  })
  .meta({ id: "Agreement" });
export type Agreement = z.infer<typeof Agreement> & RecordBase;
