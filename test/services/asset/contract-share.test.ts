import * as fc from "fast-check";
import type { Asset } from "../../../services/asset/asset.ts";
import type { Contract } from "../../../services/asset/contract.ts";
import { shareOf } from "../../../services/asset/contract-share.ts";
import { assetValueOn } from "../../../services/asset/value.ts";

const contract = (more: Partial<Contract> = {}): Contract =>
  ({
    id: "CTR0000001",
    name: "Care",
    state: "active",
    updatedAt: "2026-01-01T00:00:00.000Z",
    startsOn: "2026-01-31",
    endsOn: "2028-01-30",
    billed: "monthly",
    cost: { amount: 1000, currency: "EUR" },
    assetIds: ["AST0000001", "AST0000002", "AST0000003"],
    ...more,
  }) as Contract;
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

describe("an asset's share of a contract", () => {
  it("is of what was billed for each month that has begun", () => {
    const one = contract({ assetIds: ["AST0000001"] });
    const until = (on: string) => shareOf(one, "AST0000001", on);
    expect(["2026-01-30", "2026-01-31", "2026-02-28", "2026-03-31", "2030-01-01"].map(until)).toEqual([
      0, 1000, 1000, 3000, 24_000,
    ]);
  });

  it("is of each year that has begun, or of the one bill", () => {
    const of = (billed: Contract["billed"], on: string) =>
      shareOf(contract({ billed, assetIds: ["AST0000001"] }), "AST0000001", on);
    expect([of("yearly", "2026-02-01"), of("yearly", "2027-01-31"), of("yearly", "2029-01-01")]).toEqual([
      1000, 2000, 2000,
    ]);
    expect([of("once", "2026-01-30"), of("once", "2027-05-05")]).toEqual([0, 1000]);
  });

  it("ends with what was cancelled", () => {
    const cancelled = contract({
      state: "cancelled",
      updatedAt: "2026-02-20T10:00:00.000Z",
      assetIds: ["AST0000001"],
    });
    expect(shareOf(cancelled, "AST0000001", "2027-01-01")).toBe(1000);
  });

  it("adds up to the cost with all the others', to the cent", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 0, max: 900 }),
        (amount, count, days) => {
          const assetIds = Array.from({ length: count }, (_, at) => `AST${String(at + 1).padStart(7, "0")}`);
          const on = new Date(Date.parse("2026-01-01") + days * 86_400_000).toISOString().slice(0, 10);
          const is = contract({ cost: { amount, currency: "EUR" }, assetIds });
          const alone = shareOf({ ...is, assetIds: ["AST0000001"] }, "AST0000001", on);
          const shares = assetIds.map((id) => shareOf(is, id, on));
          expect(sum(shares)).toBe(alone);
          expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it("is part of what the asset costs over its life, in its own currency only", () => {
    const asset = {
      id: "AST0000001",
      currency: "EUR",
      purchase: { amount: 5000, currency: "EUR" },
      costs: [],
    } as unknown as Asset;
    const dollars = contract({ id: "CTR0000002", cost: { amount: 300, currency: "USD" } });
    const value = assetValueOn(asset, undefined, "2026-02-01", [dollars, contract()]);
    expect(value.costOverLife).toBe(5000 + 334);
    expect(value.contracts.map(({ share }) => share)).toEqual([334, 100]);
  });
});
