import * as z from "zod";
import { fitsBytes } from "../domain/fits-bytes.ts";
import { isStorable } from "../domain/storable-number.ts";
import { ShortText } from "../domain/texts.ts";
import { isSafePattern } from "./safe-pattern.ts";

/** How fields, sections and steps are named in data: their names in answers and conditions. */
export const Key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "A name such as `cost_center`");

const Amount = z.number().min(-1e12).max(1e12).refine(isStorable, "Too small a number");
export const Scalar = z.union([z.string().max(200), Amount, z.boolean()]);
export type Scalar = z.infer<typeof Scalar>;
const Scalars = z.array(Scalar).min(1).max(50);

/** A question about one answer; all that is said of it must hold. A list answers `is` when one of it is meant. */
export const Test = z
  .strictObject({
    field: Key,
    is: Scalars.optional().describe("One of these"),
    isNot: Scalars.optional().describe("None of these; no answer is none of them"),
    isSet: z.boolean().optional(),
    atLeast: Amount.optional(),
    atMost: Amount.optional(),
  })
  .refine((test) => Object.keys(test).length > 1, "Say what is asked of the field");
export type Test = z.infer<typeof Test>;

/** One test, or several of which all or any must hold. */
export const Condition = z.union([
  Test,
  z.strictObject({ all: z.array(Test).min(1).max(10) }),
  z.strictObject({ any: z.array(Test).min(1).max(10) }),
]);
export type Condition = z.infer<typeof Condition>;

const Choice = z.strictObject({
  value: z.string().trim().min(1).max(200),
  label: ShortText,
  price: z.number().int().min(0).max(1e12).optional().describe("What it adds, in the minor unit"),
  recurring: z
    .number()
    .int()
    .min(0)
    .max(1e12)
    .optional()
    .describe("What it adds each time, in the minor unit"),
});
export type Choice = z.infer<typeof Choice>;

export const fieldTypes = [
  "text",
  "long_text",
  "email",
  "url",
  "number",
  "boolean",
  "date",
  "choice",
  "choices",
  "reference",
] as const;

/** One question of a form. What has no sense for its type is refused when the form is written. */
export const Field = z.strictObject({
  key: Key,
  label: ShortText,
  type: z.enum(fieldTypes),
  help: z.string().trim().min(1).max(1000).optional(),
  required: z.boolean().optional(),
  requiredWhen: Condition.optional(),
  when: Condition.optional().describe("Shown only then; what is not shown has no answer"),
  default: z.union([Scalar, z.array(z.string().max(200)).max(50)]).optional(),
  prefill: z
    .enum(["person.id", "person.name", "person.email"])
    .optional()
    .describe("What the form begins with, of the person it is filled in for"),
  min: Amount.optional(),
  max: Amount.optional(),
  whole: z.boolean().optional().describe("No fractions"),
  minLength: z.number().int().min(0).max(8000).optional(),
  maxLength: z.number().int().min(1).max(8000).optional(),
  pattern: z
    .strictObject({
      regex: z.string().min(1).max(200).refine(isSafePattern, "Not a pattern that is safe to match"),
      message: ShortText,
    })
    .optional(),
  choices: z.array(Choice).min(1).max(100).optional(),
  of: Key.optional().describe("Kind of record that a reference names, such as `person`"),
});
export type Field = z.infer<typeof Field>;

const Section = z.strictObject({
  key: Key,
  title: ShortText,
  help: z.string().trim().min(1).max(1000).optional(),
  when: Condition.optional().describe("Shown only then, with all its fields"),
  fields: z.array(Field).min(1).max(50),
});
export type Section = z.infer<typeof Section>;

/** A form as data: what is asked, when, and what answers it takes. The same value checks and draws it. */
export const FormDefinition = z
  .strictObject({ sections: z.array(Section).max(20) })
  .refine(fitsBytes(60_000), "At most 60 kB in all");
export type FormDefinition = z.infer<typeof FormDefinition>;

/** What somebody answered, by the names of the fields; half-filled forms are kept the same way. */
export const Answers = z
  .record(Key, z.union([z.string().max(8000), Amount, z.boolean(), z.array(z.string().max(200)).max(50)]))
  .refine(fitsBytes(16_000), "At most 16 kB in all");
export type Answers = Readonly<z.infer<typeof Answers>>;
export type Answer = Answers[string];
