/** Text that says the same however keys are ordered. */
const inOrder = (value: unknown): string | undefined =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/**
 * Whether two values are the same as JSON, in whatever order an object's keys come: the database gives them back in
 * an order of its own. What is `undefined` is as good as absent.
 */
export const isSame = (one: unknown, other: unknown): boolean => {
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
  // Nearly always they are the same to the letter, or not even of one length.
  return a === b || (a?.length === b?.length && inOrder(one) === inOrder(other));
};
