import fc from "fast-check";
import {
  DepreciationTerms,
  monthsOver,
  salvageOf,
  writtenOffByMonth,
  yearsOfValue,
} from "../../../services/asset/depreciation.ts";
import { assetValueOn } from "../../../services/asset/value.ts";
import { asset } from "./given.ts";

const terms = (method: DepreciationTerms["method"], months: number, more: object = {}): DepreciationTerms =>
  DepreciationTerms.parse({ method, months, ...more });
const monthly = (sums: readonly bigint[]) => sums.map((sum, at) => Number(sum - (sums[at - 1] ?? 0n)));

const anyTerms = fc
  .record({
    method: fc.constantFrom("straight_line" as const, "declining_balance" as const),
    months: fc.integer({ min: 1, max: 600 }),
    salvagePercent: fc.integer({ min: 0, max: 100 }),
    factor: fc.integer({ min: 100, max: 400 }),
  })
  .map((given) => DepreciationTerms.parse(given));
const anyCost = fc.bigInt({ min: 0n, max: 1_000_000_000_000n });

describe("writing off", () => {
  it("in a straight line takes the same each month, to the cent in the sum", () => {
    const sums = writtenOffByMonth(100_00n, terms("straight_line", 3));
    expect(monthly(sums)).toEqual([3333, 3334, 3333]);
    expect(sums.at(-1)).toBe(100_00n);
  });

  it("by double declining balance takes two fifths of a five-year asset each year, then the rest evenly", () => {
    const years = yearsOfValue(10_000_00n, terms("declining_balance", 60), "2026-01-01");
    expect(years.map(({ writtenOff }) => Number(writtenOff))).toEqual([
      4_000_00, 2_400_00, 1_440_00, 1_080_00, 1_080_00,
    ]);
  });

  it("leaves the salvage value and never goes below it", () => {
    const years = yearsOfValue(
      10_000_00n,
      terms("declining_balance", 60, { salvagePercent: 30 }),
      "2026-01-01",
    );
    expect(years.map(({ bookValue }) => Number(bookValue))).toEqual([
      6_000_00, 3_600_00, 3_000_00, 3_000_00, 3_000_00,
    ]);
  });

  it("adds up to the cost less the salvage value, exactly, by any method", () => {
    fc.assert(
      fc.property(anyCost, anyTerms, (cost, given) => {
        const sums = writtenOffByMonth(cost, given);
        expect(sums).toHaveLength(given.months);
        expect(sums.at(-1)).toBe(cost - salvageOf(cost, given));
        const years = yearsOfValue(cost, given, "2026-07-15");
        expect(years.reduce((sum, { writtenOff }) => sum + writtenOff, 0n)).toBe(
          cost - salvageOf(cost, given),
        );
      }),
    );
  });

  it("never puts value back, nor writes off more than there is", () => {
    fc.assert(
      fc.property(anyCost, anyTerms, (cost, given) => {
        let before = 0n;
        for (const sum of writtenOffByMonth(cost, given)) {
          if (sum < before || sum > cost - salvageOf(cost, given)) throw new Error(`${sum} after ${before}`);
          before = sum;
        }
      }),
    );
  });

  it("by declining balance is never behind a straight line", () => {
    fc.assert(
      fc.property(anyCost, anyTerms, (cost, given) => {
        const even = writtenOffByMonth(cost, { ...given, method: "straight_line" });
        const fast = writtenOffByMonth(cost, { ...given, method: "declining_balance" });
        // One minor unit is what rounding may make of it, each year once.
        for (const [at, sum] of fast.entries())
          expect(sum + BigInt(Math.ceil(given.months / 12))).toBeGreaterThanOrEqual(even[at] ?? 0n);
      }),
      { numRuns: 30 },
    );
  });

  it("counts the effective month whole, and a month when it is over", () => {
    expect(monthsOver("2026-01-31", "2026-01-31")).toBe(0);
    expect(monthsOver("2026-01-31", "2026-02-01")).toBe(1);
    expect(monthsOver("2026-12-01", "2027-01-15")).toBe(1);
    expect(monthsOver("2026-05-01", "2026-01-01")).toBe(0);
  });
});

describe("the value of an asset", () => {
  const bought = asset({
    purchase: { amount: 1_200_00, currency: "EUR" },
    currency: "EUR",
    purchasedOn: "2026-01-10",
    costs: [
      { at: "2026-03-01", kind: "repair", amount: 80_00 },
      { at: "2027-03-01", kind: "income", amount: 300_00 },
    ],
  });
  const twoYears = terms("straight_line", 24);

  it("is what has not been written off by then", () => {
    const value = assetValueOn(bought, twoYears, "2026-07-01");
    expect(value.depreciation).toMatchObject({ from: "2026-01-10", writtenOff: 300_00, bookValue: 900_00 });
    expect(assetValueOn(bought, twoYears, "2040-01-01").depreciation?.bookValue).toBe(0);
    expect(assetValueOn(bought, twoYears, "2020-01-01").depreciation?.bookValue).toBe(1_200_00);
  });

  it("begins to go down with the effective date where that is another than the purchase's", () => {
    const later = { ...bought, depreciatesFrom: "2026-04-01" };
    expect(assetValueOn(later, twoYears, "2026-07-01").depreciation?.writtenOff).toBe(150_00);
  });

  it("stays what it was when the asset was retired", () => {
    const retired = { ...bought, retiredAt: "2026-07-20T10:00:00.000Z" };
    expect(assetValueOn(retired, twoYears, "2030-01-01").depreciation?.bookValue).toBe(900_00);
  });

  it("comes with the cost over its life until that day", () => {
    expect(assetValueOn(bought, twoYears, "2026-12-31")).toMatchObject({
      costs: 80_00,
      income: 0,
      costOverLife: 1_280_00,
    });
    expect(assetValueOn(bought, twoYears, "2027-12-31").costOverLife).toBe(980_00);
    expect(assetValueOn(bought, undefined, "2027-12-31").depreciation).toBeUndefined();
  });
});
