import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { CiId, GroupName } from "./ci.ts";
import { ImpactFlow, RelationTypeId } from "./relation-type.ts";

/** A relation that ended keeps its id: related again, it goes on with its history. */
export const relationLifecycle = defineLifecycle(["active", "ended"], {
  end: { from: ["active"], to: "ended" },
  relate: { from: ["ended"], to: "active" },
});

/** Which CIs and how: the id says it all, so the same relation cannot be there twice. */
export const RelationId = z
  .string()
  .regex(/^CI\d{7,12}\.[a-z]+(-[a-z]+)+\.CI\d{7,12}$/, "Such as CI0000001.depends-on.CI0000002");

export const relationId = (fromId: string, typeId: string, toId: string): string =>
  `${fromId}.${typeId}.${toId}`;

/** The ends and the type that an id names. */
export const partsOf = (
  id: string,
): { readonly fromId: string; readonly typeId: string; readonly toId: string } => {
  const [fromId = "", typeId = "", toId = ""] = id.split(".");
  return { fromId, typeId, toId };
};

const Weight = z.number().positive().max(1000).describe("Share of what its redundancy group gives");

/** What is said of a relation besides its ends. */
export const RelationFields = z.strictObject({
  weight: Weight.default(1),
  group: GroupName.optional().describe("Redundancy group of the dependent CI that it counts in"),
});
export type RelationFields = z.infer<typeof RelationFields>;

export const NewRelation = RelationFields.extend({ fromId: CiId, typeId: RelationTypeId, toId: CiId });
export type NewRelation = z.infer<typeof NewRelation>;

/** A stretch of time in which it was so. */
const Period = z.object({
  from: z.string(),
  to: z.string(),
  weight: z.number(),
  group: z.string().optional(),
});
export type Period = z.infer<typeof Period>;

export const Relation = z
  .object({
    id: RelationId,
    ...recordFields,
    ...RelationFields.shape,
    weight: Weight,
    fromId: CiId,
    toId: CiId,
    typeId: RelationTypeId,
    impact: ImpactFlow.describe("Which end suffers when the other fails"),
    state: relationLifecycle.State,
    since: z.iso.datetime().describe("From when it is as it is"),
    until: z.iso.datetime().optional(),
    source: z.string().optional().describe("Where it was learned of; absent: a person"),
    takenBack: z
      .boolean()
      .optional()
      .describe(
        "It ended because its source names it no more, or its import was undone: named again, it goes on",
      ),
    actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
  })
  .meta({ id: "CiRelation" });

/** As stored: with earlier periods and the parts of the bundles that its ties lie in. */
export type Relation = z.infer<typeof Relation> &
  RecordBase & {
    readonly past?: readonly Period[] | undefined;
    readonly parts?: Readonly<Record<string, number>> | undefined;
  };
