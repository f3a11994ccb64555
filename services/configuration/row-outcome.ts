import * as z from "zod";

/**
 * What became of a row. `unchanged`: all of it was so already; `repeated`: an earlier row is about the same thing;
 * `ended`: a relation that the row of the CI it is from, and all others, name no more; `waiting`: a relation whose
 * other end the source has not told of yet, which is made when it does.
 */
export const RowOutcome = z.enum([
  "created",
  "updated",
  "unchanged",
  "retired",
  "reinstated",
  "ended",
  "waiting",
  "conflict",
  "repeated",
  "invalid",
]);
export type RowOutcome = z.infer<typeof RowOutcome>;

/** How many rows had which outcome. */
export const Counts = z.partialRecord(RowOutcome, z.number().int());
export type Counts = z.infer<typeof Counts>;

/** Outcomes that somebody should look at. */
export const troubled: readonly RowOutcome[] = ["waiting", "conflict", "repeated", "invalid"];

export const sumOf = (a: Counts, b: Counts): Counts => {
  const sum: Counts = { ...a };
  for (const [outcome, count] of Object.entries(b) as [RowOutcome, number][])
    sum[outcome] = (sum[outcome] ?? 0) + count;
  return sum;
};

export const countsOf = (rows: readonly { readonly outcome: RowOutcome }[]): Counts =>
  rows.reduce<Counts>((counts, { outcome }) => sumOf(counts, { [outcome]: 1 }), {});
