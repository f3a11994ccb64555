import { compileFieldTest, type FieldTest } from "./leaf-test.ts";
import { PatternError } from "./pattern-error.ts";

/** Field path (keys joined by dots) to its alternatives; all fields of a rule must hold. */
export type Rule = ReadonlyMap<string, readonly FieldTest[]>;

/** Names of match operators: an `$or` over objects with one of these keys is an ordinary field named `$or`. */
const reserved = new Set([
  "exactly",
  "prefix",
  "suffix",
  "wildcard",
  "equals-ignore-case",
  "anything-but",
  "cidr",
  "numeric",
  "exists",
]);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isAlternation = (key: string, value: unknown): value is readonly Record<string, unknown>[] =>
  key === "$or" &&
  Array.isArray(value) &&
  value.length >= 2 &&
  value.every((branch) => isObject(branch) && !Object.keys(branch).some((name) => reserved.has(name)));

const withField = (rules: readonly Rule[], path: string, value: readonly unknown[]): readonly Rule[] => {
  if (value.length === 0) throw new PatternError("Empty arrays are not allowed");
  const tests = value.map(compileFieldTest);
  return rules.map((rule) => new Map(rule).set(path, tests));
};

const extend = (
  rules: readonly Rule[],
  prefix: string,
  pattern: Readonly<Record<string, unknown>>,
): readonly Rule[] => {
  const entries = Object.entries(pattern);
  if (entries.length === 0) throw new PatternError("Empty objects are not allowed");
  return entries.reduce((sofar, [key, value]) => {
    if (isAlternation(key, value)) return value.flatMap((branch) => extend(sofar, prefix, branch));
    const path = prefix === "" ? key : `${prefix}.${key}`;
    if (Array.isArray(value)) return withField(sofar, path, value);
    if (isObject(value)) return extend(sofar, path, value);
    throw new PatternError(`"${key}" must be an object or an array`);
  }, rules);
};

/** The alternatives a pattern describes, `$or` multiplied out; throws a PatternError for what AWS refuses. */
export const patternRules = (pattern: unknown): readonly Rule[] => {
  if (!isObject(pattern)) throw new PatternError("Filter is not an object");
  return extend([new Map()], "", pattern);
};
