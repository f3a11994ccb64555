/** A number that the benchmarks found, and the goal it is held against if there is one. */
export type Finding = {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly goal?: { readonly atMost: number } | { readonly atLeast: number };
};

/** A part of the benchmarks with a table of what it found. */
export type Section = {
  readonly title: string;
  /** What was measured, and how. */
  readonly method: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly findings: readonly Finding[];
};

export const isMet = ({ value, goal }: Finding): boolean => {
  if (goal === undefined) return true;
  return "atMost" in goal ? value <= goal.atMost : value >= goal.atLeast;
};
