import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { ForeignId, LongText, ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { CostCenterId, LocationId, StockroomId, VendorId } from "./kept-ids.ts";
import { ModelId } from "./model.ts";
import { Amount, Currency, Money } from "./money.ts";
import { Reservation } from "./reservation.ts";

/**
 * The life of an asset from purchase to retirement (ITIL 4 IT asset management; states as in the field's default
 * model). Who has an asset gives it back before it is retired; what is missing is found or written off.
 */
export const assetLifecycle = defineLifecycle(
  ["on_order", "received", "in_stock", "in_transit", "in_use", "in_maintenance", "missing", "retired"],
  {
    receive: { from: ["on_order"], to: "received" },
    stock: { from: ["received", "in_transit", "in_maintenance"], to: "in_stock" },
    setAside: { from: ["in_stock"], to: "in_stock" },
    send: { from: ["received", "in_stock"], to: "in_transit" },
    deploy: { from: ["received", "in_stock"], to: "in_use" },
    checkOut: { from: ["in_stock"], to: "in_use" },
    move: { from: ["in_use"], to: "in_use" },
    requestReturn: { from: ["in_use"], to: "in_use" },
    checkIn: { from: ["in_use"], to: "in_stock" },
    repair: { from: ["in_stock", "in_use"], to: "in_maintenance" },
    resume: { from: ["in_maintenance"], to: "in_use" },
    reportMissing: {
      from: ["received", "in_stock", "in_transit", "in_use", "in_maintenance"],
      to: "missing",
    },
    recover: { from: ["missing"], to: "in_stock" },
    retire: { from: ["on_order", "received", "in_stock", "in_maintenance", "missing"], to: "retired" },
    dispose: { from: ["retired"], to: "retired" },
  },
);
export type AssetState = z.infer<typeof assetLifecycle.State>;
export type AssetAction = keyof typeof assetLifecycle.transitions;

export const AssetId = z.string().regex(/^AST\d{7,12}$/, "An asset number such as AST0001234");
export const PersonId = ForeignId.describe("Subject of the person's token");
export const TeamId = ForeignId.describe("Id of a team");
export const Tag = ForeignId.describe("Inventory number on its label; one asset has it");
export const Serial = ForeignId.describe("The manufacturer's serial number; one asset of a model has it");

/** What people say of an asset, besides what happens to it. */
export const AssetFields = z.strictObject({
  name: ShortText.optional().describe("Its model's name unless given"),
  tag: Tag.optional(),
  serial: Serial.optional(),
  ownerTeamId: TeamId.optional().describe("Team that answers for it"),
  costCenterId: CostCenterId.optional(),
  vendorId: VendorId.optional(),
  orderNumber: ShortText.optional(),
  purchasedOn: z.iso.date().optional(),
  purchase: Money.optional().describe("What it cost"),
  depreciatesFrom: z.iso
    .date()
    .optional()
    .describe("From when its value is written off (the effective date); the purchase date unless given"),
  warrantyEndsOn: z.iso
    .date()
    .optional()
    .describe("Last day; reckoned from the purchase by its model unless given"),
  note: LongText.optional(),
});
export type AssetFields = z.infer<typeof AssetFields>;

const Acceptance = z.object({
  asks: z.string().describe("Terms the holder confirms with the asset"),
  answer: z.enum(["accepted", "declined"]).optional(),
  answeredAt: z.iso.datetime().optional(),
  signature: z.string().optional().describe("Name the holder signed with"),
  remindedAt: z.iso.datetime().optional().describe("When the holder was last asked again"),
});

/** Something it cost after the purchase, or (`income`) that it brought in. */
export const Cost = z.object({
  at: z.iso.date(),
  kind: z.enum(["repair", "upgrade", "support", "disposal", "other", "income"]),
  amount: Amount,
  note: z.string().optional(),
});
export type Cost = z.infer<typeof Cost>;

/** How a retired asset left, for auditors. */
const Disposal = z.object({
  how: z.string(),
  on: z.iso.date(),
  certificate: z.string().describe("Number or address of the certificate or receipt"),
  wiped: z.enum(["wiped", "destroyed", "no_data"]).describe("What became of the data on it"),
  wipeEvidence: z.string().optional(),
  recipient: z.string().optional(),
  by: z.string(),
});

/** Facts as somebody says they should be, waiting for somebody else to approve. */
const Proposal = z.object({
  edits: z.record(z.string(), z.unknown()).describe("As `editAsset` takes them"),
  reason: z.string().optional(),
  by: PersonId,
  at: z.iso.datetime(),
});

export const Asset = z.object({
  id: AssetId,
  ...recordFields,
  ...AssetFields.shape,
  name: z.string(),
  state: assetLifecycle.State,
  substate: z.string().describe("Reason or condition within the state; `none` without"),
  modelId: ModelId,
  modelName: z.string(),
  manufacturer: z.string().optional(),
  kind: z.string(),
  ciClassId: z.string().optional(),
  ciId: z.string().optional().describe("Its configuration item"),
  currency: Currency.optional().describe("Of all its amounts"),
  locationId: LocationId.optional(),
  location: z.string().optional().describe("Name of the location"),
  stockroomId: StockroomId.optional().describe("Where it is in stock, or where it is on its way to"),
  holderId: PersonId.optional(),
  lastHolderId: PersonId.optional().describe("Who had it last"),
  checkedOutAt: z.iso.datetime().optional(),
  expectedReturnAt: z.iso.datetime().optional(),
  chasedAt: z.iso.datetime().optional().describe("When its holder was last asked for it in vain"),
  isLoan: z.boolean().optional(),
  acceptance: Acceptance.optional(),
  errandId: z
    .string()
    .optional()
    .describe("The step of a request by which its holder got it, or gives it back"),
  reservations: z.array(Reservation),
  lastSeenAt: z.iso.datetime().optional().describe("When an audit last found it"),
  costs: z.array(Cost),
  warrantyNoticed: z.boolean().optional().describe("It was told that the warranty ends"),
  proposal: Proposal.optional().describe("What its facts should be, if another one approves"),
  retiredAt: z.iso.datetime().optional(),
  disposal: Disposal.optional(),
  actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
});
export type Asset = z.infer<typeof Asset> & RecordBase;

/** Seen by those only who work with assets: money, and what is said about it among them. */
export const innerFields = [
  "purchase",
  "costs",
  "currency",
  "note",
  "orderNumber",
  "vendorId",
  "costCenterId",
  "disposal",
  "lastHolderId",
  "proposal",
] as const;

/** An asset as the API shows it; its holder is not shown what is internal. */
export const SeenAsset = Asset.partial({ costs: true }).meta({ id: "Asset" });

/** An asset as lists show it: without the long texts. */
export const ListedAsset = SeenAsset.omit({
  note: true,
  costs: true,
  acceptance: true,
  disposal: true,
  proposal: true,
}).meta({
  id: "ListedAsset",
});
