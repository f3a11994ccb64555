import type { ClockSummary } from "./clock-summary.ts";

/** What a record keeps for its clocks and nobody reads: the due index, and what was told already. */
export const mechanicalFields: readonly string[] = ["nextPointAt", "announced"];

/** A record as those see it whom the work is done for: clocks between teams, in its `field`, are not for them. */
export const withOuterClocks = <
  F extends string,
  R extends { readonly [field in F]?: readonly ClockSummary[] | undefined },
>(
  record: R,
  field: F,
): R => {
  const outer = record[field]?.filter(({ internal }) => !internal);
  return outer === undefined ? record : { ...record, [field]: outer };
};

/** What changed, without fields that are not to be shown. */
export const withoutFields = <T>(
  changes: Readonly<Record<string, T>>,
  fields: readonly string[],
): Record<string, T> =>
  Object.fromEntries(Object.entries(changes).filter(([name]) => !fields.includes(name)));
