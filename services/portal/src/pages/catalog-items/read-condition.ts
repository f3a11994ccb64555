import type { Condition, Scalar, Test } from "../../../../../shared/forms/form.ts";
import { noCondition } from "./new-rows.ts";
import type { TypedCondition, TypedField, TypedTest } from "./typed-item.ts";

/** The fields that a condition may name, by their names in data. */
export type Known = ReadonlyMap<string, TypedField>;

const text = (amount: number | undefined): string => (amount === undefined ? "" : String(amount));

const valuesOf = (values: readonly Scalar[], field: TypedField | undefined): readonly Scalar[] =>
  values.map((each) => field?.choices.find(({ value }) => value === each)?.uid ?? each);

/** What a test asks first, and what else it asks of the same answer. */
const split = ({
  field: _field,
  ...asked
}: Test): Pick<TypedTest, "op"> & { readonly also: Partial<Test> } => {
  const { is, isNot, isSet, atLeast, atMost } = asked;
  if (is !== undefined) return { op: "is", also: { isNot, isSet, atLeast, atMost } };
  if (isNot !== undefined) return { op: "isNot", also: { isSet, atLeast, atMost } };
  if (isSet !== undefined) return { op: isSet ? "isSet" : "notSet", also: { atLeast, atMost } };
  return { op: "between", also: {} };
};

const testOf = (test: Test, uid: string, known: Known): TypedTest => {
  const field = known.get(test.field);
  const { op, also } = split(test);
  const rest = Object.entries(also).filter(([, value]) => value !== undefined);
  const isBetween = op === "between";
  return {
    uid,
    field: field?.uid ?? test.field,
    op,
    values: valuesOf((op === "is" ? test.is : op === "isNot" ? test.isNot : undefined) ?? [], field),
    from: isBetween ? text(test.atLeast) : "",
    to: isBetween ? text(test.atMost) : "",
    ...(rest.length === 0 ? {} : { also: Object.fromEntries(rest) }),
  };
};

/** A condition as it is typed; `uid` begins the names of its tests. */
export const typedCondition = (
  condition: Condition | undefined,
  uid: string,
  known: Known,
): TypedCondition => {
  if (condition === undefined) return noCondition;
  const isAny = "any" in condition;
  const tests = isAny ? condition.any : "all" in condition ? condition.all : [condition];
  return {
    mode: isAny ? "any" : "all",
    tests: tests.map((test, at) => testOf(test, `${uid}t${at}`, known)),
  };
};
