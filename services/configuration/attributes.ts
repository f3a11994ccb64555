import { createHash } from "node:crypto";
import * as z from "zod";
import { isSame } from "../../shared/domain/is-same.ts";
import type { Violation } from "../../shared/domain/refusal.ts";
import { isStorable } from "../../shared/domain/storable-number.ts";
import { type JsonSchema, jsonSchemaOf } from "../../shared/json-schema.ts";
import type { Attributes } from "./ci.ts";
import type { Attribute, CiClass } from "./ci-class.ts";

/** A class and the classes it is a kind of, root first. */
export type ClassChain = readonly CiClass[];

/** What an attribute of a text kind may have unless its class says otherwise. */
const usualLength = 500;

const textOf = ({ max = usualLength }: Attribute) => z.string().trim().min(1).max(max);
const numberOf = (schema: z.ZodNumber, { min, max }: Attribute) => {
  const from = min === undefined ? schema : schema.min(min);
  return (max === undefined ? from : from.max(max)).refine(isStorable, "Too close to zero");
};

const schemaByKind: Readonly<Record<Attribute["kind"], (attribute: Attribute) => z.ZodType>> = {
  text: textOf,
  texts: (attribute) => z.array(textOf(attribute)).max(200),
  integer: (attribute) => numberOf(z.number().int(), attribute),
  number: (attribute) => numberOf(z.number(), attribute),
  boolean: () => z.boolean(),
  date: () => z.iso.date(),
  instant: () => z.iso.datetime(),
  choice: ({ choices = [] }) => z.enum(choices as [string, ...string[]]),
  ip: () => z.union([z.ipv4(), z.ipv6()]),
  url: () => z.url().max(2000),
};

/** What a class asks for, inherited attributes first; a class below may say one of them anew. */
export const attributesOf = (chain: ClassChain): readonly Attribute[] => [
  ...new Map(chain.flatMap(({ attributes }) => attributes.map((one) => [one.name, one] as const))).values(),
];

/** The zod type of the attributes of a class, computed from data. */
export const schemaOf = (chain: ClassChain): z.ZodType<Attributes> =>
  z.strictObject(
    Object.fromEntries(
      attributesOf(chain).map((attribute) => {
        const { label = attribute.name, unit, description } = attribute;
        const words = [label, unit && `in ${unit}`, description].filter((word) => word !== undefined);
        const schema = schemaByKind[attribute.kind](attribute).describe(words.join(", "));
        return [attribute.name, attribute.presence === "required" ? schema : schema.optional()];
      }),
    ),
  ) as unknown as z.ZodType<Attributes>;

/** The JSON Schema of the attributes of a class, for forms and importers. */
export const attributeSchema = (chain: ClassChain): JsonSchema =>
  jsonSchemaOf(schemaOf(chain), { io: "input" });

/**
 * What is wrong with attributes for a class. Those that the class does not know any more may stay as they were
 * (`before`), so that a changed class stands in nobody's way.
 */
export const attributeFaults = (
  chain: ClassChain,
  attributes: Attributes,
  before: Attributes = {},
): readonly Violation[] => {
  const known = new Set(attributesOf(chain).map(({ name }) => name));
  const judged = Object.entries(attributes).filter(
    ([name, value]) => known.has(name) || !Object.hasOwn(before, name) || !isSame(before[name], value),
  );
  const { error } = schemaOf(chain).safeParse(Object.fromEntries(judged));
  return (error?.issues ?? []).flatMap((issue) => {
    const path = ["body.attributes", ...issue.path.map(String)].join(".");
    if (issue.code !== "unrecognized_keys") return [{ path, message: issue.message }];
    const names = [...known].join(", ") || "none";
    return issue.keys.map((key) => ({
      path: `${path}.${key}`,
      message: `Its class has no such attribute: ${names}`,
    }));
  });
};

/** A key that fits an item's whatever its values are. */
const bounded = (text: string): string =>
  text.length <= 200 ? text : createHash("sha256").update(text).digest("base64url");

const plain = (value: unknown): string => String(value).trim().toLowerCase();

/**
 * What makes a CI this one and no other: for each set of identifiers of its class and those above, the class
 * that says so and the values, where all of them are known. No two CIs have one in common.
 */
export const identitiesOf = (chain: ClassChain, name: string, attributes: Attributes): string[] => {
  const known = new Map<string, unknown>([...Object.entries(attributes), ["name", name]]);
  return chain.flatMap(({ id, identifiers }) =>
    identifiers
      .filter((names) => names.every((each) => known.has(each)))
      .map(
        (names) =>
          `${id}:${names.join("+")}=${bounded(JSON.stringify(names.map((each) => plain(known.get(each)))))}`,
      ),
  );
};
