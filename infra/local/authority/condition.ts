import { compileArnGlob, compileGlob, listOf } from "./glob.ts";

/** Condition keys (lower case) and their values in one request. */
export type RequestContext = ReadonlyMap<string, readonly string[]>;
export type Condition = (context: RequestContext) => boolean;

type Comparison = (wanted: string) => (actual: string) => boolean;

const numeric =
  (compare: (actual: number, wanted: number) => boolean): Comparison =>
  (wanted) =>
  (actual) =>
    compare(Number(actual), Number(wanted));

const arn: Comparison = (wanted) => compileArnGlob(wanted);

const comparisons: Readonly<Record<string, Comparison>> = {
  StringEquals: (wanted) => (actual) => actual === wanted,
  StringEqualsIgnoreCase: (wanted) => (actual) => actual.toLowerCase() === wanted.toLowerCase(),
  StringLike: (wanted) => compileGlob(wanted),
  // In AWS ArnEquals and ArnLike behave identically.
  ArnEquals: arn,
  ArnLike: arn,
  Bool: (wanted) => (actual) => actual.toLowerCase() === wanted.toLowerCase(),
  NumericEquals: numeric((actual, wanted) => actual === wanted),
  NumericLessThan: numeric((actual, wanted) => actual < wanted),
  NumericLessThanEquals: numeric((actual, wanted) => actual <= wanted),
  NumericGreaterThan: numeric((actual, wanted) => actual > wanted),
  NumericGreaterThanEquals: numeric((actual, wanted) => actual >= wanted),
};

type Operator = {
  readonly set: "ForAllValues" | "ForAnyValue" | undefined;
  readonly negated: boolean;
  readonly ifExists: boolean;
  readonly comparison: Comparison;
};

const parseOperator = (name: string): Operator | undefined => {
  const [, set, base = "", ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/.exec(name) ?? [];
  const negated = /^(String|Arn|Numeric)Not/.test(base);
  const comparison = comparisons[negated ? base.replace("Not", "") : base];
  if (comparison === undefined) return undefined;
  return { set: set as Operator["set"], negated, ifExists: ifExists !== undefined, comparison };
};

/** Whether the evaluator knows this operator. */
export const isKnownOperator = (name: string): boolean =>
  name === "Null" || parseOperator(name) !== undefined;

const compileNull = (key: string, values: readonly string[]): Condition => {
  const absent = values.includes("true");
  return (context) => ((context.get(key)?.length ?? 0) === 0) === absent;
};

const compileKey = (operator: Operator, key: string, values: readonly string[]): Condition => {
  const tests = values.map(operator.comparison);
  const one = (actual: string): boolean => tests.some((test) => test(actual)) !== operator.negated;
  return (context) => {
    const actual = context.get(key) ?? [];
    if (actual.length === 0) {
      if (operator.set === "ForAllValues" || operator.ifExists) return true;
      return operator.set === undefined && operator.negated;
    }
    // A negated comparison without a set operator must hold for every value, as "none of them" means.
    const all = operator.set === "ForAllValues" || (operator.set === undefined && operator.negated);
    return all ? actual.every(one) : actual.some(one);
  };
};

/** Compiles a `Condition` block: every operator and every key in it must hold. */
export const compileCondition = (block: unknown): Condition | undefined => {
  const conditions = Object.entries((block ?? {}) as Readonly<Record<string, object>>).flatMap(
    ([name, keys]) =>
      Object.entries(keys).map(([key, value]: [string, unknown]) => {
        const values = listOf(value).map(String);
        if (name === "Null") return compileNull(key.toLowerCase(), values);
        const operator = parseOperator(name);
        // Refused at start-up by unsupportedPolicies; denying is the safe answer should it be asked all the same.
        return operator === undefined ? () => false : compileKey(operator, key.toLowerCase(), values);
      }),
  );
  if (conditions.length === 0) return undefined;
  return (context) => conditions.every((condition) => condition(context));
};
