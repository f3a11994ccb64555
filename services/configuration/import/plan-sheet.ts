import type { RowResult } from "../row-result.ts";

/**
 * A page's plan as it was made first, kept before anything is written: so a run that was cut off in the middle
 * goes on with the same numbers, and reports what it did and not only what it found done.
 */
export type Plan = {
  readonly ids?: Readonly<Record<string, string>> | undefined;
  readonly results: readonly RowResult[];
};

export const planSheet = (page: string): string => `PLAN#${page}`;

/** What became of a row: what an earlier try of the same page did, where this one found nothing left to do. */
export const rememberedOr = (plan: Plan, is: RowResult): RowResult => {
  const planned = plan.results.find(({ id }) => id === is.id);
  return is.outcome === "unchanged" && planned && planned.outcome !== "unchanged" ? planned : is;
};
