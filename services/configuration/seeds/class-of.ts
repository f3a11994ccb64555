import type { Attribute, CiClass } from "../ci-class.ts";

type Seeded = Partial<Attribute> & Pick<Attribute, "name">;

/** The product's own classes are there before anybody wrote them; a changed one is a record like any other. */
const seededAt = "2026-01-01T00:00:00.000Z";

/** The common case of an attribute in a word: its name; what differs is said. */
export type AttributeSeed = string | Seeded;

const attributeOf = (seed: AttributeSeed): Attribute => ({
  kind: "text",
  presence: "optional",
  ...(typeof seed === "string" ? { name: seed } : seed),
});

export type ClassSeed = {
  readonly id: string;
  readonly name: string;
  readonly parentId: string;
  readonly abstract?: boolean;
  readonly attributes?: readonly AttributeSeed[];
  readonly identifiers?: readonly (readonly string[])[];
};

export const classOf = ({
  attributes = [],
  identifiers = [],
  abstract = false,
  ...seed
}: ClassSeed): CiClass => ({
  ...seed,
  abstract,
  attributes: attributes.map(attributeOf),
  identifiers: identifiers.map((names) => [...names]),
  state: "active",
  version: 0,
  createdAt: seededAt,
  updatedAt: seededAt,
});

/** Classes below another that add nothing but their name, as `id: Name`. */
export const below = (parentId: string, named: Readonly<Record<string, string>>): readonly ClassSeed[] =>
  Object.entries(named).map(([id, name]) => ({ id, name, parentId }));
