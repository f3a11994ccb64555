import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { LongText, ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { AssetId, TeamId } from "./asset.ts";
import { CostCenterId, VendorId } from "./kept-ids.ts";
import { Money } from "./money.ts";

/** A contract runs until its last day, unless it is renewed; what was cancelled or has ended can be renewed. */
export const contractLifecycle = defineLifecycle(["active", "expired", "cancelled"], {
  renew: { from: ["active", "expired", "cancelled"], to: "active" },
  cancel: { from: ["active"], to: "cancelled" },
  expire: { from: ["active"], to: "expired" },
});

export const ContractId = z.string().regex(/^CTR\d{7,12}$/, "A contract number such as CTR0000001");

/** Their numbers lie in the contract, and thrice in the event of a change, which is one item of 400 kB. */
const mostAssets = 5000;

const fields = {
  name: ShortText,
  kind: z.enum(["maintenance", "support", "lease", "rental", "warranty", "subscription", "other"]),
  vendorId: VendorId.optional(),
  number: ShortText.optional().describe("The vendor's number of it"),
  startsOn: z.iso.date(),
  endsOn: z.iso.date().describe("Last day"),
  noticeDays: z
    .number()
    .int()
    .min(0)
    .max(730)
    .default(90)
    .describe("So many days before the end it is told of, in time to renew or cancel it"),
  renewsMonths: z
    .number()
    .int()
    .min(1)
    .max(120)
    .optional()
    .describe("Goes on by itself for so many months at its end; absent: it ends"),
  cost: Money.optional(),
  billed: z.enum(["once", "monthly", "yearly"]).default("yearly").describe("For what the cost is"),
  teamId: TeamId.optional().describe("Team that answers for it"),
  costCenterId: CostCenterId.optional(),
  assetIds: z
    .array(AssetId)
    .max(mostAssets)
    .refine((ids) => new Set(ids).size === ids.length, "Each asset once")
    .default([])
    .describe("Assets it covers"),
  note: LongText.optional(),
};

export const ContractFields = z.strictObject(fields).refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
  path: ["endsOn"],
  message: "Not before `startsOn`",
});
export type ContractFields = z.infer<typeof ContractFields>;

export const Contract = z
  .object({
    id: ContractId,
    ...recordFields,
    ...fields,
    noticeDays: z.number().int(),
    billed: z.enum(["once", "monthly", "yearly"]),
    assetIds: z.array(AssetId),
    state: contractLifecycle.State,
    noticed: z.boolean().optional().describe("It was told that its end comes"),
    renewals: z.number().int().describe("How often it was renewed"),
    cancellation: z.string().optional(),
    actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
  })
  .meta({ id: "Contract" });
export type Contract = z.infer<typeof Contract> & RecordBase;
