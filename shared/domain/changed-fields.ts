/** A value as text that says the same however its keys are ordered: the database gives them back in an order of its own. */
const asText = (value: unknown): string | undefined =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** The wanted fields that differ from a record's own, for a decision that replaces them; empty: nothing to do. */
export const changedFields = <R extends object>(record: Partial<R>, wanted: Partial<R>): Partial<R> =>
  Object.fromEntries(
    Object.entries(wanted).filter(
      ([field, value]) => asText((record as Readonly<Record<string, unknown>>)[field]) !== asText(value),
    ),
  ) as Partial<R>;
