import type { Condition, Test } from "../../../../../shared/forms/form.ts";
import type { TypedCondition, TypedTest } from "./typed-item.ts";

export type Names = ReadonlyMap<string, string>;

/** What a row is called in data; what is no row's `uid` is a name itself. */
export const nameOf = (names: Names, ref: string): string => names.get(ref) ?? ref;

export const numberOf = (text: string): number | undefined => (text.trim() === "" ? undefined : Number(text));

const testBody = ({ field, op, values, from, to, also = {} }: TypedTest, names: Names): Test => {
  const about = { field: nameOf(names, field) };
  const meant = values.map((each) => (typeof each === "string" ? nameOf(names, each) : each));
  if (op === "is") return { ...about, is: meant, ...also };
  if (op === "isNot") return { ...about, isNot: meant, ...also };
  if (op !== "between") return { ...about, isSet: op === "isSet", ...also };
  const [atLeast, atMost] = [numberOf(from), numberOf(to)];
  return {
    ...about,
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(atMost === undefined ? {} : { atMost }),
  };
};

/** A condition as the API takes it. */
export const conditionBody = ({ mode, tests }: TypedCondition, names: Names): Condition | undefined => {
  const [first, ...others] = tests.map((test) => testBody(test, names));
  if (first === undefined) return undefined;
  if (others.length === 0) return first;
  return mode === "any" ? { any: [first, ...others] } : { all: [first, ...others] };
};
