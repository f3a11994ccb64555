import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { Choice } from "../../parts/form/form-fields.tsx";

type Type = Schemas["RelationType"];

/** A type of relation read from one of its ends, as a choice: `from depends-on`, `to depends-on`. */
export type End = { readonly end: "from" | "to"; readonly typeId: string };

export const choiceOf = ({ end, typeId }: End): string => `${end} ${typeId}`;

export const endOf = (choice: string): End => {
  const [end = "", typeId = ""] = choice.split(" ");
  return { end: end === "to" ? "to" : "from", typeId };
};

const fits = ({ allowed }: Type, end: End["end"], classPath: readonly string[]): boolean =>
  allowed.some((pair) => classPath.includes(pair[end]));

/** How an item of a class may be related to others, in the words that are read from its side. */
export const relationChoices = (types: readonly Type[], classPath: readonly string[]): readonly Choice[] =>
  types
    .filter(({ state }) => state === "active")
    .flatMap((type) => [
      ...(fits(type, "from", classPath)
        ? [{ value: choiceOf({ end: "from", typeId: type.id }), text: type.name }]
        : []),
      ...(fits(type, "to", classPath)
        ? [{ value: choiceOf({ end: "to", typeId: type.id }), text: type.reverseName }]
        : []),
    ]);
