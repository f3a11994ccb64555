import type { Item, Value } from "./item.ts";

const plainValue = (value: Value): unknown => {
  if (value.L !== undefined) return (value.L as readonly Value[]).map(plainValue);
  if (value.M !== undefined) return plain(value.M as Item);
  if (value.NULL !== undefined) return null;
  if (value.B !== undefined) return Buffer.from(String(value.B), "base64");
  return value.N === undefined ? (value.S ?? value.BOOL) : Number(value.N);
};

/** An item as the document client gives it to programs. */
export const plain = (item: Item): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plainValue(value)]));
