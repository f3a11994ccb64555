import * as z from "zod";
import { fitsBytes } from "../../shared/domain/fits-bytes.ts";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { ForeignId, LongText, ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { AttributeName, CiClassId } from "./ci-class.ts";
import { AttributeValue, Criticality } from "./events.ts";
import { followedFields } from "./followed-change.ts";
import { importedFields } from "./imported-fields.ts";

/**
 * The life of a configuration item (iTop's implementation, production, obsolete; ServiceNow's install status).
 * What is retired keeps its number, its history and its relations, and no impact passes through it.
 */
export const ciLifecycle = defineLifecycle(["planned", "live", "maintenance", "retired"], {
  deploy: { from: ["planned", "maintenance"], to: "live" },
  maintain: { from: ["live"], to: "maintenance" },
  retire: { from: ["planned", "live", "maintenance"], to: "retired" },
  reinstate: { from: ["retired"], to: "live" },
});
export type CiAction = keyof typeof ciLifecycle.transitions;

export const CiId = z.string().regex(/^CI\d{7,12}$/, "A CI number such as CI0001234");
export const PersonId = ForeignId.describe("Subject of the person's token");

/** Name of a redundancy group, unique in the CI that depends on its members. */
export const GroupName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9 _-]{0,39}$/, "1 to 40 letters, digits, spaces, dashes and underscores");

/**
 * How much of a group has to be there: so many of its members (by weight), or a share of them. While that much
 * is up, the loss of the others is no impact (iTop's redundancy settings).
 */
export const Redundancy = z.strictObject({
  group: GroupName,
  needed: z.union([
    z.strictObject({ atLeast: z.number().positive().max(10_000) }),
    z.strictObject({ percent: z.number().positive().max(100) }),
  ]),
});
export type Redundancy = z.infer<typeof Redundancy>;

/** The texts of all attributes together, so that a CI, its event and its history fit their items. */
export const Attributes = z
  .record(AttributeName, AttributeValue)
  .refine((attributes) => Object.keys(attributes).length <= 100, "At most 100 attributes")
  .refine(fitsBytes(32_000), "At most 32 kB of attributes");
export type Attributes = z.infer<typeof Attributes>;

/** What people and imports say of a CI, besides its class. */
export const CiFields = z.strictObject({
  name: ShortText,
  description: LongText.optional(),
  criticality: Criticality.default("low").describe("What it means for the business when it fails"),
  ownerId: PersonId.optional().describe("Who answers for it"),
  teamId: ForeignId.optional().describe("Id of the team that looks after it"),
  environment: ShortText.optional().describe("Such as production or test"),
  location: ShortText.optional(),
  serviceIds: z.array(CiId).max(20).optional().describe("Services that people say it belongs to"),
  assetId: ForeignId.optional().describe("What is owned and paid for, of which this is the CI"),
  attributes: Attributes.default({}).describe("What its class asks for"),
  redundancy: z.array(Redundancy).max(20).optional().describe("How much its groups have to give"),
  restricted: z
    .boolean()
    .default(false)
    .describe("Seen by its team, its owner and configuration managers only"),
});
export type CiFields = z.infer<typeof CiFields>;

/** What registering one takes. */
export const NewCi = CiFields.extend({
  classId: CiClassId,
  state: z.enum(["planned", "live"]).default("live"),
});
export type NewCi = z.infer<typeof NewCi>;

export const Ci = z.object({
  id: CiId,
  ...recordFields,
  ...CiFields.shape,
  criticality: Criticality,
  attributes: z.record(z.string(), AttributeValue),
  // One that another was merged into has the groups of both.
  redundancy: z.array(Redundancy).optional().describe("How much its groups have to give"),
  restricted: z.boolean(),
  classId: CiClassId,
  classPath: z.array(CiClassId).describe("From the root class down to its own"),
  state: ciLifecycle.State,
  identities: z.array(z.string()).describe("What no other CI may be, by the rules of its class"),
  source: z.string().optional().describe("Where it was first learned of; absent: a person"),
  retiredAt: z.iso.datetime().optional(),
  ...importedFields,
  ...followedFields,
  assetVersion: z.number().int().optional().describe("Version of its asset that it has followed up to"),
  assetClassId: z.string().optional().describe("Class that its asset's model asked for when it was followed"),
  actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
});
export type Ci = z.infer<typeof Ci> & RecordBase;
