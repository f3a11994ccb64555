import * as z from "zod";
import { fitsBytes } from "../../shared/domain/fits-bytes.ts";
import { ForeignId, ShortText } from "../../shared/domain/texts.ts";
import { AttributeValue, Criticality } from "../configuration/events.ts";

/** So many CIs or relations are modified one by one when the change is implemented. */
const most = 100;

const CiModification = z.strictObject({
  ciId: ForeignId.describe("One of the change's CIs"),
  set: z
    .strictObject({
      state: z.enum(["live", "maintenance", "retired"]).optional(),
      name: ShortText.optional(),
      criticality: Criticality.optional(),
      environment: ShortText.nullable().optional(),
      location: ShortText.nullable().optional(),
      ownerId: ForeignId.nullable().optional(),
      teamId: ForeignId.nullable().optional(),
      attributes: z
        .record(
          z.string().regex(/^[a-z][A-Za-z0-9]{0,59}$/, "An attribute's name"),
          AttributeValue.nullable(),
        )
        .refine((attributes) => Object.keys(attributes).length <= 50, "At most 50 attributes")
        .optional(),
    })
    .refine((set) => Object.keys(set).length > 0, "Say what it will be")
    .describe("What it will be; null removes what may be absent"),
});
export type CiModification = z.infer<typeof CiModification>;

const RelationModification = z
  .strictObject({
    action: z.enum(["relate", "end"]),
    fromId: ForeignId,
    typeId: ForeignId.describe("Type of the relation"),
    toId: ForeignId,
  })
  .refine(({ fromId, toId }) => fromId !== toId, { path: ["toId"], error: "Nothing is related to itself" });
export type RelationModification = z.infer<typeof RelationModification>;

const once = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

/** What the CMDB will say when the change is implemented: a part of what is approved. */
export const Modifications = z
  .strictObject({
    cis: z
      .array(CiModification)
      .max(most)
      .refine((all) => once(all.map(({ ciId }) => ciId)), "Each CI once")
      .default([]),
    relations: z
      .array(RelationModification)
      .max(most)
      .refine(
        (all) => once(all.map(({ fromId, typeId, toId }) => `${fromId} ${typeId} ${toId}`)),
        "Each relation once",
      )
      .default([]),
  })
  .refine(({ cis, relations }) => cis.length + relations.length > 0, "Say what is modified")
  .refine(fitsBytes(40_000), "At most 40 kB in all");
export type Modifications = z.infer<typeof Modifications>;

const Result = z.object({
  of: z.string().describe("The CI or the relation"),
  outcome: z.enum(["applied", "reverted", "unchanged", "refused"]),
  reason: z.string().optional().describe("Why it was refused"),
  before: z.record(z.string(), z.unknown()).optional().describe("What it was, as far as it was modified"),
  after: z.record(z.string(), z.unknown()).optional(),
});

/** What became of the modifications in the CMDB. */
export const Modified = z.object({
  applies: z.boolean().describe("They are to be there; otherwise what was there before is"),
  askedAt: z.iso.datetime(),
  settledAt: z.iso.datetime().optional().describe("When configuration management had done it"),
  sequence: z.number().int().optional().describe("The version of the change that it has done"),
  results: z.array(Result).optional(),
});
