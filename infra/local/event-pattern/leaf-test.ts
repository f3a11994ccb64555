import { compileCidr, parseAddress } from "./ip-range.ts";
import { compileNumericRange } from "./numeric-range.ts";
import { PatternError } from "./pattern-error.ts";
import { compileWildcard } from "./wildcard.ts";

/** Judges one leaf of an event: a string, number, boolean or null. */
export type LeafTest = (leaf: unknown) => boolean;
/** What a pattern says of one field: matched by a leaf, or by the field's absence. */
export type FieldTest = { readonly absent: true } | { readonly absent: false; readonly test: LeafTest };

type TextTest = (text: string) => boolean;

const ofText =
  (test: TextTest): LeafTest =>
  (leaf) =>
    typeof leaf === "string" && test(leaf);

const textOperand = (operator: string, value: unknown): string => {
  if (typeof value !== "string") throw new PatternError(`${operator} match pattern must be a string`);
  return value;
};

/** The only key and value of a match expression. */
const onlyEntry = (expression: object): readonly [string, unknown] => {
  const [entry, ...more] = Object.entries(expression);
  if (entry === undefined) throw new PatternError("Match expression name not found");
  if (more.length > 0) throw new PatternError("Only one key allowed in match expression");
  return entry;
};

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const caseless = (value: unknown): TextTest => {
  const wanted = textOperand("equals-ignore-case", value).toLowerCase();
  return (text) => text.toLowerCase() === wanted;
};

/** `prefix` and `suffix`, each also as `{ "equals-ignore-case": text }`. */
const edge = (operator: "prefix" | "suffix", value: unknown): TextTest => {
  const folded = isObject(value) ? onlyEntry(value) : undefined;
  if (folded !== undefined && folded[0] !== "equals-ignore-case")
    throw new PatternError(`Unsupported ${operator} pattern: ${folded[0]}`);
  const wanted = textOperand(folded?.[0] ?? operator, folded === undefined ? value : folded[1]);
  const starts = operator === "prefix";
  if (folded === undefined)
    return starts ? (text) => text.startsWith(wanted) : (text) => text.endsWith(wanted);
  const lower = wanted.toLowerCase();
  return starts
    ? (text) => text.toLowerCase().startsWith(lower)
    : (text) => text.toLowerCase().endsWith(lower);
};

const excludedText = (operator: string, value: unknown): TextTest => {
  if (operator === "equals-ignore-case") return caseless(value);
  if (operator === "wildcard") return compileWildcard(textOperand("wildcard", value));
  if (operator !== "prefix" && operator !== "suffix")
    throw new PatternError(`Unsupported anything-but pattern: ${operator}`);
  if (typeof value !== "string") throw new PatternError("prefix/suffix match pattern must be a string");
  if (value === "") throw new PatternError("Null prefix/suffix not allowed");
  return edge(operator, value);
};

const list = (value: unknown): readonly unknown[] => {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (values.length === 0) throw new PatternError("Empty arrays are not allowed");
  return values;
};

const anythingBut = (value: unknown): LeafTest => {
  if (isObject(value)) {
    const [operator, operand] = onlyEntry(value);
    const tests = list(operand).map((each) => excludedText(operator, each));
    return (leaf) => typeof leaf !== "string" || !tests.some((test) => test(leaf));
  }
  const excluded = list(value);
  const kind = typeof excluded[0];
  if (kind !== "string" && kind !== "number")
    throw new PatternError("Inside anything but list, start|null|boolean is not supported.");
  if (excluded.some((each) => typeof each !== kind))
    throw new PatternError(
      "Inside anything but list, either all values are number or string, mixed type is not supported",
    );
  const set = new Set(excluded);
  return (leaf) => !set.has(leaf);
};

const expressionTest = (operator: string, value: unknown): LeafTest => {
  switch (operator) {
    case "exactly": {
      const wanted = textOperand("exact", value);
      return (leaf) => leaf === wanted;
    }
    case "prefix":
    case "suffix":
      return ofText(edge(operator, value));
    case "wildcard":
      return ofText(compileWildcard(textOperand(operator, value)));
    case "equals-ignore-case":
      return ofText(caseless(value));
    case "anything-but":
      return anythingBut(value);
    case "cidr":
      return ofText(compileCidr(textOperand(operator, value)));
    case "numeric": {
      const inRange = compileNumericRange(value);
      return (leaf) => typeof leaf === "number" && inRange(leaf);
    }
    default:
      throw new PatternError(`Unrecognized match type ${operator}`);
  }
};

/** A plain value matches itself; an IP address matches every spelling of that address. */
const literalTest = (wanted: unknown): LeafTest => {
  const address = typeof wanted === "string" ? parseAddress(wanted) : undefined;
  if (address === undefined) return (leaf) => leaf === wanted;
  return ofText((text) => text === wanted || parseAddress(text)?.number === address.number);
};

/** Compiles one element of a field's pattern array; throws a PatternError for what AWS refuses. */
export const compileFieldTest = (element: unknown): FieldTest => {
  if (Array.isArray(element))
    throw new PatternError("Match value must be String, number, true, false, or null");
  if (!isObject(element)) return { absent: false, test: literalTest(element) };
  const [operator, value] = onlyEntry(element);
  if (operator !== "exists") return { absent: false, test: expressionTest(operator, value) };
  if (typeof value !== "boolean")
    throw new PatternError("exists match pattern must be either true or false.");
  return value ? { absent: false, test: () => true } : { absent: true };
};
