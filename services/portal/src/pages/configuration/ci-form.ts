import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { BodyOf } from "../../api/request.ts";
import { withoutEmpty } from "../../parts/form/bound.ts";

export type Ci = Schemas["Ci"];
export type CiPageAnswer = Schemas["CiPage"];
export type PageRelation = CiPageAnswer["from"][number];
export type CiBody = BodyOf<"POST /cis">;
export type Attributes = NonNullable<CiBody["attributes"]>;
type Fields = Readonly<Record<string, unknown>>;

/** An attribute among the fields of the form: each is merged for itself when two people edit. */
const attribute = "attributes.";

/** A new item, of the class that the address names. */
export const typedFrom = (search: string): CiBody => ({
  name: "",
  classId: new URLSearchParams(search).get("class") ?? "",
  criticality: "low",
  state: "live",
});

/** Empty attributes and groups are nothing. */
const said = (values: Attributes = {}): Attributes =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
    ),
  );

/** What is typed as the API takes it. */
export const newCiOf = (typed: CiBody): CiBody =>
  withoutEmpty({ ...typed, attributes: said(typed.attributes) });

/** The fields that the form edits, side by side: what is empty is taken away with `null`. */
export const editedCi = (ci: Ci): Fields => ({
  name: ci.name,
  description: ci.description ?? null,
  criticality: ci.criticality ?? "low",
  ownerId: ci.ownerId ?? null,
  teamId: ci.teamId ?? null,
  environment: ci.environment ?? null,
  location: ci.location ?? null,
  serviceIds: ci.serviceIds ?? null,
  redundancy: ci.redundancy ?? null,
  restricted: ci.restricted ?? false,
  ...Object.fromEntries(
    Object.entries(ci.attributes ?? {}).map(([name, value]) => [`${attribute}${name}`, value]),
  ),
});

const orNull = (value: unknown): unknown =>
  value === undefined || value === "" || (Array.isArray(value) && value.length === 0) ? null : value;

/** What was typed as such fields; an attribute that was there and is empty now is taken away. */
export const typedEdit = (before: Fields, { attributes = {}, ...typed }: CiBody): Fields => ({
  ...Object.fromEntries(
    Object.keys(before).map((name) => [name, orNull((typed as Fields)[name] ?? null)] as const),
  ),
  ...Object.fromEntries(
    [
      ...Object.keys(before).filter((name) => name.startsWith(attribute)),
      ...Object.keys(attributes).map((name) => `${attribute}${name}`),
    ].map((name) => [name, orNull(attributes[name.slice(attribute.length)])]),
  ),
});

/** The same as the form shows it. */
export const shownEdit = (yours: Fields, classId: string): CiBody => {
  const there = Object.entries(yours).filter(([, value]) => value !== null);
  const isAttribute = ([name]: readonly [string, unknown]): boolean => name.startsWith(attribute);
  return {
    ...Object.fromEntries(there.filter((each) => !isAttribute(each))),
    attributes: Object.fromEntries(
      there.filter(isAttribute).map(([name, value]) => [name.slice(attribute.length), value]),
    ),
    classId,
  } as CiBody;
};

/** Changed fields as the API takes them: attributes together. */
export const editBodyOf = (changes: Fields): Fields => {
  const attributes = Object.entries(changes).filter(([name]) => name.startsWith(attribute));
  const facts = Object.fromEntries(Object.entries(changes).filter(([name]) => !name.startsWith(attribute)));
  return attributes.length === 0
    ? facts
    : {
        ...facts,
        attributes: Object.fromEntries(
          attributes.map(([name, value]) => [name.slice(attribute.length), value]),
        ),
      };
};

/** What of the attributes is not as the item has it already: only that is said by whoever changes the class. */
export const givenAttributes = (before: Attributes = {}, typed: Attributes = {}): Attributes =>
  Object.fromEntries(
    Object.entries(said(typed)).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
    ),
  );
