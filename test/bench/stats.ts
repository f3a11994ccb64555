const sorted = (values: readonly number[]): readonly number[] => values.toSorted((one, other) => one - other);

/** The value below which this share of the values lies; NaN of none. */
export const percentile = (values: readonly number[], share: number): number => {
  const ascending = sorted(values);
  return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? Number.NaN;
};

/** The middle value, or the mean of the two in the middle; NaN of none. */
export const median = (values: readonly number[]): number => {
  const ascending = sorted(values);
  const upper = ascending[Math.floor(ascending.length / 2)] ?? Number.NaN;
  const lower = ascending[Math.floor((ascending.length - 1) / 2)] ?? Number.NaN;
  return (upper + lower) / 2;
};

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));
