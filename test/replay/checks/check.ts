/** A difference between log and system that has a reason. */
export type Explained = {
  readonly why: string;
  readonly count: number;
  readonly examples: readonly string[];
};

/** One required result of the replay. */
export type Check = {
  readonly title: string;
  readonly passed: boolean;
  readonly numbers: Readonly<Record<string, number | string>>;
  readonly explained: readonly Explained[];
  /** What is wrong, one line each. */
  readonly failures: readonly string[];
};

/** A check passes when nothing is wrong and something was looked at. */
export const check = (
  title: string,
  numbers: Check["numbers"],
  failures: readonly string[],
  explained: readonly Explained[] = [],
): Check => ({
  title,
  passed: failures.length === 0,
  numbers,
  explained: explained.filter(({ count }) => count > 0),
  failures,
});

const shownExamples = 5;

/** An explanation of these cases; only the first few are named unless all are wanted. */
export const explain = (why: string, cases: readonly string[], shown = shownExamples): Explained => ({
  why,
  count: cases.length,
  examples: cases.slice(0, shown),
});

/** How often each value occurs. */
export const countBy = <T>(list: readonly T[], key: (item: T) => string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const item of list) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
};

/** Where two counts differ, one line each. */
export const differences = (
  what: string,
  logged: ReadonlyMap<string, number>,
  found: ReadonlyMap<string, number>,
): readonly string[] =>
  [...new Set([...logged.keys(), ...found.keys()])]
    .filter((key) => (logged.get(key) ?? 0) !== (found.get(key) ?? 0))
    .map((key) => `${what} ${key}: logged ${logged.get(key) ?? 0}, found ${found.get(key) ?? 0}`);
