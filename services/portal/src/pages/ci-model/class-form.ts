import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { BodyOf } from "../../api/request.ts";
import { withoutEmpty } from "../../parts/form/bound.ts";

export type CiClass = Schemas["CiClass"];
type ClassBody = BodyOf<"POST /ci-classes">;
export type Attribute = NonNullable<ClassBody["attributes"]>[number];

/** A class as its form has it: what no two items share as text, one set on a line. */
export type TypedClass = Omit<ClassBody, "identifiers" | "id"> & {
  readonly id?: string;
  readonly identifiers: string;
};

export const newClass = (): TypedClass => ({
  id: "",
  name: "",
  parentId: "",
  attributes: [],
  identifiers: "",
});

export const typedClass = (record: CiClass): TypedClass => ({
  name: record.name,
  ...(record.description === undefined ? {} : { description: record.description }),
  parentId: record.parentId,
  abstract: record.abstract,
  attributes: record.attributes,
  identifiers: record.identifiers.map((names) => names.join(", ")).join("\n"),
});

const namesIn = (line: string): readonly string[] =>
  line
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);

/** Choices go with one kind only; they stay typed while another one is tried. */
const withFitting = (attribute: Attribute): Attribute => {
  const { choices, ...others } = attribute;
  return attribute.kind === "choice" && choices !== undefined ? { ...others, choices } : others;
};

/** What is typed as the API takes it. */
export const classBody = ({ identifiers, attributes = [], ...typed }: TypedClass) =>
  withoutEmpty({
    ...typed,
    attributes: attributes.map(withFitting),
    identifiers: identifiers
      .split("\n")
      .map(namesIn)
      .filter((names) => names.length > 0),
  });
