import type { Schemas } from "../../../../../docs/generated/api.ts";

type Ci = Schemas["Ci"];

/** Facts of an item that a merge takes over or leaves, besides what its class asks for. */
const facts = [
  "name",
  "description",
  "criticality",
  "ownerId",
  "teamId",
  "environment",
  "location",
  "assetId",
] as const;

/** A field of two items, in the order of the items. */
export type Compared = {
  readonly name: string;
  readonly isFact: boolean;
  readonly values: readonly unknown[];
};

const saidOf = (ci: Ci, name: string, isFact: boolean): unknown =>
  isFact ? ci[name as keyof Ci] : ci.attributes?.[name];

const isSaid = (value: unknown): boolean => value !== undefined && value !== "";
const isSame = ([one, other]: readonly unknown[]): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What is said of two items, field by field; what neither has is left out. */
export const comparedOf = (cis: readonly Ci[]): readonly Compared[] => {
  const attributes = new Set(cis.flatMap((ci) => Object.keys(ci.attributes ?? {})));
  const names = [
    ...facts.map((name) => ({ name: name as string, isFact: true })),
    ...[...attributes].map((name) => ({ name, isFact: false })),
  ];
  return names
    .map(({ name, isFact }) => ({ name, isFact, values: cis.map((ci) => saidOf(ci, name, isFact)) }))
    .filter(({ values }) => values.some(isSaid));
};

/** Fields that both have and say differently: somebody decides about these only. */
export const isToDecide = ({ values }: Compared): boolean => values.every(isSaid) && !isSame(values);

export const isAlike = ({ values }: Compared): boolean => isSame(values);

/** What the one that stays takes from the other although it has its own. */
export const takenOf = (
  compared: readonly Compared[],
  keeps: Readonly<Record<string, string>>,
  survivorId: string,
): readonly string[] =>
  compared
    .filter(isToDecide)
    .map(({ name }) => name)
    .filter((name) => (keeps[name] ?? survivorId) !== survivorId);
