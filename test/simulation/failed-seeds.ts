/** Seeds that once broke an invariant of the product, and what it was; played in every test run. */
export const failedSeeds: readonly { readonly seed: number; readonly was: string }[] = [];
