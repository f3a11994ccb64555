import * as z from "zod";
import { fitsBytes } from "../../shared/domain/fits-bytes.ts";
import { ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { keptFields } from "../../shared/kept/kept.ts";

/** The id of a class, chosen when it is made: CIs carry it for good. No dash, which relation types have. */
export const CiClassId = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,39}$/, "2 to 40 small letters, digits and underscores")
  .describe("Id of a class, such as `server`");

export const AttributeName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/, "1 to 40 letters and digits, a small letter first");

const kinds = [
  "text",
  "texts",
  "integer",
  "number",
  "boolean",
  "date",
  "instant",
  "choice",
  "ip",
  "url",
] as const;

/** One attribute as data. `required` counts when a CI is registered or its attributes are edited by a person. */
export const Attribute = z.strictObject({
  name: AttributeName,
  label: ShortText.optional(),
  kind: z.enum(kinds),
  presence: z.enum(["required", "recommended", "optional"]).default("optional"),
  choices: z.array(ShortText).min(1).max(60).optional().describe("For `choice`"),
  min: z.number().optional().describe("For numbers"),
  max: z.number().optional().describe("For numbers; for texts the most characters"),
  unit: ShortText.optional(),
  description: z.string().trim().min(1).max(300).optional(),
});
export type Attribute = z.infer<typeof Attribute>;

const refuseSenseless = ({ attributes, identifiers }: ClassShape, context: z.RefinementCtx): void => {
  const seen = new Set<string>();
  const fault = (path: (string | number)[], message: string) =>
    context.addIssue({ code: "custom", path, message });
  for (const [at, { name, kind, choices }] of attributes.entries()) {
    if (seen.has(name)) fault(["attributes", at, "name"], "Named twice");
    seen.add(name);
    if ((kind === "choice") !== (choices !== undefined))
      fault(["attributes", at, "choices"], "Choices go with the kind `choice`");
  }
  for (const [at, names] of identifiers.entries())
    if (new Set(names).size < names.length) fault(["identifiers", at], "Names an attribute twice");
};

const shape = {
  name: ShortText,
  description: z.string().trim().min(1).max(2000).optional(),
  parentId: CiClassId.describe(
    "The class it is a kind of (the root: itself); it stays, because CIs carry their path",
  ),
  abstract: z.boolean().default(false).describe("Only its subclasses have CIs"),
  attributes: z.array(Attribute).max(60).default([]).describe("Besides those it inherits"),
  identifiers: z
    .array(
      z
        .array(AttributeName.or(z.literal("name")))
        .min(1)
        .max(4),
    )
    .max(5)
    .default([])
    .describe(
      "Each a set of attributes (or `name`) whose values no two CIs share; besides those it inherits",
    ),
};
const ClassShape = z.strictObject(shape);
type ClassShape = z.infer<typeof ClassShape>;

/** What a configuration manager says of a class. */
export const CiClassFields = ClassShape.refine(fitsBytes(40_000), "At most 40 kB in all").superRefine(
  refuseSenseless,
);
export type CiClassFields = z.infer<typeof CiClassFields>;

export const CiClass = z
  .object({
    id: CiClassId,
    ...keptFields,
    ...shape,
    abstract: z.boolean(),
    attributes: z.array(Attribute),
    identifiers: z.array(z.array(z.string())),
  })
  .meta({ id: "CiClass" });
export type CiClass = z.infer<typeof CiClass> & RecordBase;
