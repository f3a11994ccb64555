import { PatternError } from "./pattern-error.ts";

const comparable = (value: unknown, operator: string): number => {
  if (typeof value !== "number") throw new PatternError(`Value of ${operator} must be numeric`);
  if (!Number.isFinite(value)) throw new PatternError(`Cannot compare number : ${value}`);
  return value;
};

const upperBound = (operator: unknown, value: unknown): ((number: number) => boolean) => {
  if (operator !== "<" && operator !== "<=")
    throw new PatternError(`Bad numeric range operator: ${operator}`);
  const top = comparable(value, operator);
  return operator === "<" ? (number) => number < top : (number) => number <= top;
};

const isUpper = (operator: unknown): boolean => operator === "<" || operator === "<=";

/** Tests a number against `["=", n]`, `["<", n]` or `[">", n, "<=", m]`. */
export const compileNumericRange = (terms: unknown): ((number: number) => boolean) => {
  if (!Array.isArray(terms)) throw new PatternError("Value of numeric must be an array.");
  const [operator, value, ...upper] = terms as unknown[];
  if (typeof operator !== "string")
    throw new PatternError("Invalid member in numeric match: an operator must be first");
  if (operator === "=" || isUpper(operator)) {
    const bound = comparable(value, operator === "=" ? "equals" : operator);
    if (upper.length > 0) throw new PatternError("Too many terms in numeric range expression");
    return operator === "=" ? (number) => number === bound : upperBound(operator, bound);
  }
  if (operator !== ">" && operator !== ">=")
    throw new PatternError(`Unrecognized numeric range operator: ${operator}`);
  const bottom = comparable(value, operator);
  const above = operator === ">" ? (number: number) => number > bottom : (number: number) => number >= bottom;
  if (upper.length === 0) return above;
  if (upper.length > 2) throw new PatternError("Too many terms in numeric range expression");
  const below = upperBound(upper[0], upper[1]);
  if (bottom >= (upper[1] as number)) throw new PatternError("Bottom must be less than top");
  return (number) => above(number) && below(number);
};
