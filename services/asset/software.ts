import { createHash } from "node:crypto";
import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { ForeignId, ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { PersonId } from "./asset.ts";
import { ContractId } from "./contract.ts";
import { VendorId } from "./kept-ids.ts";
import { Metric, ModelId } from "./model.ts";
import { Money } from "./money.ts";

/** A right that was bought counts until it ends: by its date, or because somebody says so. */
export const entitlementLifecycle = defineLifecycle(["active", "ended"], {
  end: { from: ["active"], to: "ended" },
});
/** What a report says is there; what is gone may come again with a later report. */
export const installationLifecycle = defineLifecycle(["installed", "removed"], {
  remove: { from: ["installed"], to: "removed" },
  install: { from: ["removed"], to: "installed" },
});
/** Whether somebody was given a right to use it: that is not whether they do. */
export const seatLifecycle = defineLifecycle(["allocated", "unallocated"], {
  release: { from: ["allocated"], to: "unallocated" },
  allocate: { from: ["unallocated"], to: "allocated" },
});

export const EntitlementId = z.string().regex(/^ENT\d{7,12}$/, "An entitlement number such as ENT0000001");
export const InstallationId = z.string().regex(/^INS[0-9a-f]{24}$/, "An installation's id");
export const SeatId = z.string().regex(/^SEA[0-9a-f]{24}$/, "A seat's id");
export const PositionId = z.string().regex(/^MDL\d{7,12}\.LIC$/, "A model's position such as MDL0000001.LIC");

const Rights = z.number().int().min(0).max(10_000_000);
export const DeviceId = ForeignId.describe("Asset, configuration item or host name of a device");

/** Rights to use a software model, as they were bought. */
export const EntitlementFields = z.strictObject({
  modelId: ModelId.describe("Software model"),
  quantity: Rights.min(1).describe("How many devices, users or cores, by the model's metric"),
  endsOn: z.iso.date().optional().describe("Last day; absent: for good"),
  contractId: ContractId.optional(),
  vendorId: VendorId.optional(),
  orderNumber: ShortText.optional(),
  cost: Money.optional(),
});
export type EntitlementFields = z.infer<typeof EntitlementFields>;

export const Entitlement = z
  .object({
    id: EntitlementId,
    ...recordFields,
    ...EntitlementFields.shape,
    state: entitlementLifecycle.State,
    noticed: z.boolean().optional().describe("It was told that its end comes"),
    actions: z.array(z.string()).optional(),
  })
  .meta({ id: "Entitlement" });
export type Entitlement = z.infer<typeof Entitlement> & RecordBase;

/** A software model on a device, as discovery or people report it. */
export const Installation = z
  .object({
    id: InstallationId,
    ...recordFields,
    modelId: ModelId,
    deviceId: DeviceId,
    userId: PersonId.optional().describe("Who uses it there"),
    edition: z.string().optional().describe("Version or edition"),
    source: z.string().optional().describe("Who or what reported it last"),
    metric: Metric.describe("How it counted when it was last reported"),
    cores: z.number().int().describe("Cores it counts for, where it is licensed by cores"),
    lastUsedOn: z.iso.date().optional(),
    state: installationLifecycle.State,
    actions: z.array(z.string()).optional(),
  })
  .meta({ id: "Installation" });
export type Installation = z.infer<typeof Installation> & RecordBase;

/** Who or what takes up a right: a person where software is licensed by users, else a device. */
export const Unit = z.object({ kind: z.enum(["person", "device"]), id: ForeignId });
export type Unit = z.infer<typeof Unit>;

/** One person or device and a software model: whether a right is allocated, and whether it is used. */
export const Seat = z
  .object({
    id: SeatId,
    ...recordFields,
    modelId: ModelId,
    unit: Unit,
    installs: z.number().int().describe("Installations that take up this one right"),
    cores: z.number().int(),
    lastUsedOn: z.iso.date().optional(),
    allocatedAt: z.iso.datetime().optional(),
    state: seatLifecycle.State,
    actions: z.array(z.string()).optional(),
  })
  .meta({ id: "Seat" });
export type Seat = z.infer<typeof Seat> & RecordBase;

/** Whether what is used is covered by what was bought. */
export const Compliance = z.enum(["compliant", "over_used", "under_used", "unlicensed", "unused"]);

/** The compliance position of a software model. */
export const Position = z
  .object({
    id: PositionId,
    ...recordFields,
    modelId: ModelId,
    entitled: z.number().int().describe("Rights that were bought and have not ended"),
    allocated: z.number().int().describe("Rights given to persons or devices; may be more than there are"),
    used: z.number().int().describe("Devices, users or cores that use it; may be more than there are"),
    state: Compliance,
  })
  .meta({ id: "LicencePosition" });
export type Position = z.infer<typeof Position> & RecordBase;

const fingerprint = (parts: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 24);

/** One installation per model and device, by construction. */
export const installationIdOf = (modelId: string, deviceId: string): string =>
  `INS${fingerprint([modelId, deviceId])}`;
export const seatIdOf = (modelId: string, { kind, id }: Unit): string =>
  `SEA${fingerprint([modelId, kind, id])}`;
export const positionIdOf = (modelId: string): string => `${modelId}.LIC`;

/** What is not reported yet is not there, and has no time at which it came to be. */
export const noInstallation = (id: string): Installation | undefined =>
  InstallationId.safeParse(id).success
    ? ({ id, version: 0, state: "removed", cores: 0 } as Installation)
    : undefined;
export const noSeat = (id: string): Seat | undefined =>
  SeatId.safeParse(id).success
    ? ({ id, version: 0, state: "unallocated", installs: 0, cores: 0 } as Seat)
    : undefined;
export const noPosition = (id: string): Position | undefined => {
  if (!PositionId.safeParse(id).success) return undefined;
  const counts = { entitled: 0, allocated: 0, used: 0 };
  return { id, version: 0, modelId: id.replace(".LIC", ""), ...counts, state: "unused" } as Position;
};
