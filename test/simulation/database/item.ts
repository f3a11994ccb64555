/** A value as the wire has it: `{ "S": "a" }`. */
export type Value = Readonly<Record<string, unknown>>;
/** Values by attribute name. */
export type Item = Readonly<Record<string, Value>>;

/** What the model cannot answer as DynamoDB would: the run that asked ends with it. */
export class NotModelled extends Error {}

const kindOf = (value: Value): string => Object.keys(value)[0] ?? "";

/** By UTF-8 bytes, which is by code point; JavaScript's own order differs above the basic plane. */
const compareTexts = (a: string, b: string): number => {
  if (a === b) return 0;
  return /[\ud800-\udfff]/.test(a + b) ? Buffer.compare(Buffer.from(a), Buffer.from(b)) : a < b ? -1 : 1;
};

/** Below, equal or above zero as DynamoDB orders them; undefined where it compares nothing. */
export const compareValues = (a: Value, b: Value): number | undefined => {
  if (a.S !== undefined && b.S !== undefined) return compareTexts(String(a.S), String(b.S));
  if (a.N !== undefined && b.N !== undefined) return Number(a.N) - Number(b.N);
  return undefined;
};

/** The same value, whatever the order of a map's keys. */
export const isSame = (a: unknown, b: unknown): boolean => {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const [own, other] = [Object.keys(a), Object.keys(b)];
  return (
    own.length === other.length &&
    own.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
};

/** Numbers lose what is not significant, as they do on their way through DynamoDB. */
const stored = (value: Value): Value => {
  const kind = kindOf(value);
  if (kind === "N") return { N: String(Number(value.N)) };
  if (kind === "L") return { L: (value.L as readonly Value[]).map(stored) };
  if (kind === "M") return { M: storedItem(value.M as Item) };
  if (kind === "S" || kind === "B" || kind === "BOOL" || kind === "NULL") return value;
  throw new NotModelled(`values of type ${kind}`);
};

/** An item as it is kept. Attributes come in no order that was given: nobody may rely on one. */
export const storedItem = (item: Item): Item =>
  Object.fromEntries(
    Object.keys(item)
      .toSorted()
      .map((name) => [name, stored(item[name] as Value)]),
  );

const bytes = (text: unknown): number => Buffer.byteLength(String(text));

const sizeOf = (value: Value): number => {
  if (value.L !== undefined)
    return (value.L as readonly Value[]).reduce((sum, each) => sum + 1 + sizeOf(each), 3);
  if (value.M !== undefined) return 3 + itemSize(value.M as Item);
  // On the wire bytes are base64.
  if (value.B !== undefined) return Buffer.byteLength(String(value.B), "base64");
  return value.BOOL === undefined && value.NULL === undefined ? bytes(value.S ?? value.N) : 1;
};

/** About the bytes that count against the 400 kB of an item. */
export const itemSize = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + bytes(name) + sizeOf(value), 0);

/** An item without what is not asked for. */
export const pick = (item: Item, names: readonly string[] | undefined): Item =>
  names === undefined
    ? item
    : Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));
