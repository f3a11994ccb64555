import type { Condition, Field, FormDefinition, Scalar, Test } from "./form.ts";

type Schema = Readonly<Record<string, unknown>>;

const never: Schema = { not: {} };

const about = (key: string, schema: Schema): Schema => ({
  type: "object",
  properties: { [key]: schema },
  required: [key],
});

const setSchema: Schema = { not: { enum: ["", []] } };
const oneOf = (wanted: readonly Scalar[]): Schema => ({
  anyOf: [{ enum: [...wanted] }, { type: "array", contains: { enum: [...wanted] } }],
});

/** A rule that holds where a condition does. */
const whenever = (condition: Schema, rule: Schema): Schema => ({ anyOf: [{ not: condition }, rule] });

/** What must hold so that a field is shown; `undefined`: it always is. */
type Shown = ReadonlyMap<string, Schema | undefined>;

const allOf = (parts: readonly (Schema | undefined)[]): Schema | undefined => {
  const said = parts.filter((part) => part !== undefined);
  return said.length > 1 ? { allOf: said } : said[0];
};

const testSchema = (test: Test, shown: Shown): Schema => {
  const { field, is, isNot, isSet, atLeast, atMost } = test;
  const here = (schema: Schema) => allOf([about(field, schema), shown.get(field)]) ?? never;
  const number = (bound: Schema) => here({ type: "number", ...bound });
  return (
    allOf([
      is && here({ allOf: [setSchema, oneOf(is)] }),
      isNot && { not: here({ allOf: [setSchema, oneOf(isNot)] }) },
      isSet === undefined ? undefined : isSet ? here(setSchema) : { not: here(setSchema) },
      atLeast === undefined ? undefined : number({ minimum: atLeast }),
      atMost === undefined ? undefined : number({ maximum: atMost }),
    ]) ?? never
  );
};

const conditionSchema = (condition: Condition | undefined, shown: Shown): Schema | undefined => {
  if (condition === undefined) return undefined;
  if ("all" in condition) return allOf(condition.all.map((test) => testSchema(test, shown)));
  if ("any" in condition) return { anyOf: condition.any.map((test) => testSchema(test, shown)) };
  return testSchema(condition, shown);
};

const formats: Partial<Record<Field["type"], string>> = { email: "email", url: "uri", date: "date" };

const valueSchema = (field: Field): Schema => {
  const { type, label, help, choices = [], min, max, minLength, maxLength, pattern, whole } = field;
  const words = { title: label, ...(help === undefined ? {} : { description: help }) };
  const values = choices.map(({ value }) => value);
  if (type === "boolean") return { ...words, type };
  if (type === "choice") return { ...words, type: "string", enum: values };
  if (type === "choices") return { ...words, type: "array", items: { enum: values }, uniqueItems: true };
  if (type === "number")
    return {
      ...words,
      type: whole === true ? "integer" : "number",
      ...(min === undefined ? {} : { minimum: min }),
      ...(max === undefined ? {} : { maximum: max }),
    };
  if (type === "date") return { ...words, type: "string", format: "date" };
  return {
    ...words,
    type: "string",
    ...(formats[type] === undefined ? {} : { format: formats[type] }),
    ...(minLength === undefined ? {} : { minLength }),
    maxLength: maxLength ?? (type === "long_text" ? 8000 : 200),
    ...(pattern === undefined ? {} : { pattern: pattern.regex }),
  };
};

/** A rule that the field is answered, where it is shown and must be. */
const requirement = (field: Field, mustWhen: Schema | undefined, shownWhen: Schema | undefined): Schema[] => {
  if (field.required !== true && mustWhen === undefined) return [];
  const condition = field.required === true ? shownWhen : allOf([shownWhen, mustWhen]);
  const must = about(field.key, setSchema);
  return [condition === undefined ? must : whenever(condition, must)];
};

/**
 * The answers that a form takes as JSON Schema (2020-12), for clients that fill it in without drawing it. An
 * answer to a field that is not shown is allowed and dropped, as when the form is sent.
 */
export const schemaOf = (form: FormDefinition): Schema => {
  const shown = new Map<string, Schema | undefined>();
  const properties: Record<string, Schema> = {};
  const rules: Schema[] = [];
  for (const section of form.sections) {
    const sectionWhen = conditionSchema(section.when, shown);
    for (const field of section.fields) {
      const when = allOf([sectionWhen, conditionSchema(field.when, shown)]);
      const empty = { enum: ["", []] };
      const value = { anyOf: [valueSchema(field), empty] };
      const mustWhen = conditionSchema(field.requiredWhen, shown);
      properties[field.key] = when === undefined ? value : {};
      if (when !== undefined) rules.push(whenever(when, { properties: { [field.key]: value } }));
      rules.push(...requirement(field, mustWhen, when));
      shown.set(field.key, when);
    }
  }
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    properties,
    additionalProperties: false,
    ...(rules.length === 0 ? {} : { allOf: rules }),
  };
};
