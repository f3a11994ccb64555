import * as z from "zod";
import type { Ci } from "../ci.ts";

/** What is known of every CI, whatever its class. */
const facts = [
  "id",
  "name",
  "classId",
  "state",
  "criticality",
  "ownerId",
  "teamId",
  "environment",
  "location",
  "serviceIds",
  "assetId",
  "source",
  "createdAt",
  "updatedAt",
] as const;
type Fact = (typeof facts)[number];

const ofClass = "attributes.";

/** The attribute that a field names, where it names one. */
export const attributeIn = (field: string): string | undefined =>
  field.startsWith(ofClass) ? field.slice(ofClass.length) : undefined;

const Field = z
  .string()
  .regex(
    new RegExp(`^(${facts.join("|")}|attributes\\.[a-z][A-Za-z0-9]{0,39})$`),
    `One of ${facts.join(", ")}, or attributes. and the name of an attribute`,
  )
  .describe("A fact such as `ownerId`, or what a class asks for such as `attributes.cpuCores`");

const Text = z.string().trim().min(1).max(500);
const Value = z.union([Text, z.number(), z.boolean()]);
const Bound = z
  .union([z.number(), z.iso.date(), z.iso.datetime()])
  .describe("A number, a day or an instant; what is no such thing is neither more nor less");
const Days = z.number().int().min(-36_500).max(36_500).describe("From now on; negative: ago");

/**
 * What has to hold of a CI. Texts are the same whatever their case, of several values one suffices, and of what is
 * not there only `missing` holds.
 */
export const Condition = z.discriminatedUnion("is", [
  z.strictObject({ field: Field, is: z.literal("equals"), value: Value }),
  z.strictObject({ field: Field, is: z.literal("differs"), value: Value }),
  z.strictObject({ field: Field, is: z.literal("oneOf"), values: z.array(Value).min(1).max(50) }),
  z.strictObject({ field: Field, is: z.literal("contains"), value: Text }),
  z.strictObject({ field: Field, is: z.literal("atLeast"), value: Bound }),
  z.strictObject({ field: Field, is: z.literal("atMost"), value: Bound }),
  z.strictObject({ field: Field, is: z.literal("before"), days: Days }),
  z.strictObject({ field: Field, is: z.literal("after"), days: Days }),
  z.strictObject({ field: Field, is: z.literal("missing") }),
  z.strictObject({ field: Field, is: z.literal("present") }),
]);
export type Condition = z.infer<typeof Condition>;

const dayMs = 24 * 3600 * 1000;

const plain = (value: unknown): string => String(value).trim().toLowerCase();

const valuesOf = (ci: Ci, field: string): readonly unknown[] => {
  const attribute = attributeIn(field);
  const value = attribute === undefined ? ci[field as Fact] : ci.attributes[attribute];
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
};

/** The moment (epoch ms) that a day or an instant is; not a number for anything else. */
const momentOf = (value: unknown): number =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN;

/** Numbers are compared with numbers and moments with moments; anything else does not compare. */
const difference = (value: unknown, bound: string | number): number =>
  typeof bound === "number"
    ? (typeof value === "number" ? value : Number.NaN) - bound
    : momentOf(value) - momentOf(bound);

const holdsOf = (value: unknown, condition: Condition, now: number): boolean => {
  switch (condition.is) {
    case "equals":
      return plain(value) === plain(condition.value);
    case "differs":
      return plain(value) !== plain(condition.value);
    case "oneOf":
      return condition.values.some((each) => plain(each) === plain(value));
    case "contains":
      return plain(value).includes(plain(condition.value));
    case "atLeast":
      return difference(value, condition.value) >= 0;
    case "atMost":
      return difference(value, condition.value) <= 0;
    case "before":
      return momentOf(value) <= now + condition.days * dayMs;
    case "after":
      return momentOf(value) > now + condition.days * dayMs;
    default:
      return true;
  }
};

/** Whether all conditions hold of a CI; `now` in ISO 8601. */
export const holds = (ci: Ci, conditions: readonly Condition[], now: string): boolean =>
  conditions.every((condition) => {
    const values = valuesOf(ci, condition.field);
    if (condition.is === "missing") return values.length === 0;
    const each = (value: unknown) => holdsOf(value, condition, Date.parse(now));
    return values.length > 0 && (condition.is === "differs" ? values.every(each) : values.some(each));
  });
