import type { End } from "../facts.ts";

/** The value below or at which so much (0 to 1) of them lie (nearest rank). */
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;

/** How changes went, from how each of them ended. */
export const numbersOf = (ends: readonly End[]) => {
  const count = (outcome: End["o"]) => ends.filter(({ o }) => o === outcome).length;
  const [successful, successfulWithIssues] = [count("successful"), count("successful_with_issues")];
  const hours = ends.map(({ h }) => h).toSorted((a, b) => a - b);
  return {
    changes: ends.length,
    successful,
    successfulWithIssues,
    backedOut: count("backed_out"),
    failed: count("failed"),
    causedIncidents: ends.reduce((sum, { i = 0 }) => sum + i, 0),
    ...(ends.length === 0
      ? {}
      : {
          successPercent: Math.round((1000 * (successful + successfulWithIssues)) / ends.length) / 10,
          leadHours: { median: percentile(hours, 0.5), ninth: percentile(hours, 0.9) },
        }),
  };
};
