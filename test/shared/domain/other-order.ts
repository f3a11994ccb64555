/** The same value with the keys of its objects in another order. */
export const otherOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(otherOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, part]) => [key, otherOrder(part)]),
  );
};
