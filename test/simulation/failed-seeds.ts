import type { Plan } from "./plan.ts";

/**
 * Plans that once broke an invariant of the product, shrunk, and what it was; played in every test run. A plan
 * is kept as data, as `npm run simulate` prints it: what a seed stands for changes with the drawing.
 */
export const failedSeeds: readonly { readonly plan: Plan; readonly was: string }[] = [];
