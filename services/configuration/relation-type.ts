import * as z from "zod";
import { ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { keptFields } from "../../shared/kept/kept.ts";
import { CiClassId } from "./ci-class.ts";

/** The id of a type, chosen when it is made: relations carry it for good. At least two words. */
export const RelationTypeId = z
  .string()
  .regex(/^(?=.{3,40}$)[a-z]+(-[a-z]+)+$/, "Two or more words of small letters joined by dashes")
  .describe("Id of a type of relation, such as `depends-on`");

/**
 * Which end suffers when the other fails: with `to_from` (depends on) the failure of `to` impacts `from`. It
 * stays as it is, because impact is followed along ties that were written by it.
 */
export const ImpactFlow = z.enum(["to_from", "from_to", "both", "none"]);
export type ImpactFlow = z.infer<typeof ImpactFlow>;

/** Both ends may also be of any class below those named. */
const AllowedPair = z.strictObject({ from: CiClassId, to: CiClassId });

const shape = {
  name: ShortText.describe("Read from `from` to `to`: depends on"),
  reverseName: ShortText.describe("Read from `to` to `from`: used by"),
  description: z.string().trim().min(1).max(2000).optional(),
  impact: ImpactFlow,
  allowed: z.array(AllowedPair).min(1).max(100),
};

/** What a configuration manager says of a type of relation. */
export const RelationTypeFields = z.strictObject(shape);
export type RelationTypeFields = z.infer<typeof RelationTypeFields>;

export const RelationType = z
  .object({ id: RelationTypeId, ...keptFields, ...shape })
  .meta({ id: "RelationType" });
export type RelationType = z.infer<typeof RelationType> & RecordBase;
