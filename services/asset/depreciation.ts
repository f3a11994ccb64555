import * as z from "zod";

/**
 * How the value of an asset is written off, month by month from the month of its effective date on. The sum of
 * all months is the cost less the salvage value, to the minor unit.
 */
export const DepreciationTerms = z
  .strictObject({
    method: z.enum(["straight_line", "declining_balance"]),
    months: z.number().int().min(1).max(600).describe("Useful life"),
    salvagePercent: z
      .number()
      .int()
      .min(0)
      .max(100)
      .default(0)
      .describe("Part of the cost that is left in the end"),
    factor: z
      .number()
      .int()
      .min(100)
      .max(400)
      .default(200)
      .describe("Percent of the straight-line rate that a year of declining balance takes: 200 is double"),
  })
  .describe("How its value is written off");
export type DepreciationTerms = z.infer<typeof DepreciationTerms>;

/** The nearest whole number to a quotient of whole numbers; a half goes up. Neither may be negative. */
const rounded = (numerator: bigint, denominator: bigint): bigint =>
  (2n * numerator + denominator) / (2n * denominator);

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const greatest = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** What is left in the end, in minor units. */
export const salvageOf = (cost: bigint, { salvagePercent }: DepreciationTerms): bigint =>
  rounded(cost * BigInt(salvagePercent), 100n);

/** Years of the useful life in months; the last one may be shorter. */
const yearsOf = (months: number): readonly number[] =>
  Array.from({ length: Math.ceil(months / 12) }, (_, year) => Math.min(12, months - year * 12));

/** Written off by the end of each month of some months that share an amount evenly. */
const spread = (amount: bigint, months: number, before: bigint): readonly bigint[] =>
  Array.from({ length: months }, (_, month) => before + rounded(amount * BigInt(month + 1), BigInt(months)));

/**
 * Declining balance: each year takes a part of the value it begins with, and as soon as spreading the rest
 * evenly takes more, that is done (as with Excel's VDB). Never below the salvage value.
 */
const declining = (cost: bigint, terms: DepreciationTerms): readonly bigint[] => {
  const { months, factor } = terms;
  const written: bigint[] = [];
  let book = cost;
  let left = months;
  for (const length of yearsOf(months)) {
    const rest = greatest(book - salvageOf(cost, terms), 0n);
    const part = rounded(book * BigInt(factor * length), BigInt(100 * months));
    const even = rounded(rest * BigInt(length), BigInt(left));
    const amount = least(greatest(part, even), rest);
    written.push(...spread(amount, length, cost - book));
    book -= amount;
    left -= length;
  }
  return written;
};

/**
 * What has been written off by the end of each month of the useful life, in minor units. Each is rounded by
 * itself and months are the differences, so they add up exactly to the cost less the salvage value.
 */
export const writtenOffByMonth = (cost: bigint, terms: DepreciationTerms): readonly bigint[] =>
  terms.method === "straight_line"
    ? spread(cost - salvageOf(cost, terms), terms.months, 0n)
    : declining(cost, terms);

const monthNumber = (date: string): number => {
  const [year = 0, month = 1] = date.split("-").map(Number);
  return year * 12 + month - 1;
};

/** Months written off by a day: the effective month counts whole, and a month counts when it is over. */
export const monthsOver = (from: string, on: string): number =>
  Math.max(0, monthNumber(on) - monthNumber(from));

export type YearOfValue = { readonly year: number; readonly writtenOff: bigint; readonly bookValue: bigint };

/** The whole life by calendar years. */
export const yearsOfValue = (
  cost: bigint,
  terms: DepreciationTerms,
  from: string,
): readonly YearOfValue[] => {
  const written = writtenOffByMonth(cost, terms);
  const first = monthNumber(from);
  const years = new Map<number, bigint>();
  // The last month of a year tells what has been written off by its end.
  for (const [month, sum] of written.entries()) years.set(Math.floor((first + month) / 12), sum);
  const ends = [...years];
  return ends.map(([year, sum], at) => ({
    year,
    writtenOff: sum - (ends[at - 1]?.[1] ?? 0n),
    bookValue: cost - sum,
  }));
};
