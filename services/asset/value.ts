import * as z from "zod";
import { type Asset, AssetId } from "./asset.ts";
import { type Contract, ContractId } from "./contract.ts";
import { shareOf } from "./contract-share.ts";
import { DepreciationTerms, monthsOver, salvageOf, writtenOffByMonth, yearsOfValue } from "./depreciation.ts";
import { Currency } from "./money.ts";

const Minor = z.number().int().describe("In the currency's minor unit");

/** What an asset is worth on a day, and what it has cost until then. */
export const AssetValue = z
  .object({
    id: AssetId,
    on: z.iso.date(),
    currency: Currency.optional(),
    purchase: Minor.optional(),
    costs: Minor.describe("Besides the purchase, until that day"),
    income: Minor.describe("What it brought in until that day"),
    contracts: z
      .array(z.object({ id: ContractId, name: z.string(), currency: Currency, share: Minor }))
      .describe("What of the cost of contracts that cover it falls to it until that day, 50 at most"),
    costOverLife: Minor.describe("Purchase, costs and shares of contracts in its currency, less income"),
    depreciation: z
      .object({
        ...DepreciationTerms.shape,
        from: z.iso.date().describe("Effective date; its month counts whole"),
        salvage: Minor,
        writtenOff: Minor.describe("By the end of the month before that day"),
        bookValue: Minor,
        years: z.array(
          z.object({ year: z.number().int(), writtenOff: Minor, bookValue: Minor.describe("At its end") }),
        ),
      })
      .optional()
      .describe("Absent where its model has no terms, or nobody said what it cost or since when"),
  })
  .meta({ id: "AssetValue" });
export type AssetValue = z.infer<typeof AssetValue>;

const depreciationOf = (
  { purchase, purchasedOn, depreciatesFrom = purchasedOn, retiredAt }: Asset,
  terms: DepreciationTerms | undefined,
  on: string,
): AssetValue["depreciation"] => {
  if (!terms || !purchase || depreciatesFrom === undefined) return undefined;
  const cost = BigInt(purchase.amount);
  // What is retired is written off no further.
  const until = retiredAt !== undefined && retiredAt.slice(0, 10) < on ? retiredAt.slice(0, 10) : on;
  const months = Math.min(monthsOver(depreciatesFrom, until), terms.months);
  const writtenOff = writtenOffByMonth(cost, terms)[months - 1] ?? 0n;
  return {
    ...terms,
    from: depreciatesFrom,
    salvage: Number(salvageOf(cost, terms)),
    writtenOff: Number(writtenOff),
    bookValue: Number(cost - writtenOff),
    years: yearsOfValue(cost, terms, depreciatesFrom).map((each) => ({
      year: each.year,
      writtenOff: Number(each.writtenOff),
      bookValue: Number(each.bookValue),
    })),
  };
};

/** Amounts are whole numbers and few enough to stay so: 200 of a billion cents each are far below 2^53. */
const sum = (costs: Asset["costs"]): number => costs.reduce((total, { amount }) => total + amount, 0);

/** What contracts cost one asset; those that nobody said the cost of cost nothing that is known. */
const contractsOf = (asset: Asset, covering: readonly Contract[], on: string): AssetValue["contracts"] =>
  covering
    .flatMap((contract) => {
      const { id, name, cost } = contract;
      return cost ? [{ id, name, currency: cost.currency, share: shareOf(contract, asset.id, on) }] : [];
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));

export const assetValueOn = (
  asset: Asset,
  terms: DepreciationTerms | undefined,
  on: string,
  covering: readonly Contract[] = [],
): AssetValue => {
  const until = asset.costs.filter(({ at }) => at <= on);
  const costs = sum(until.filter(({ kind }) => kind !== "income"));
  const income = sum(until.filter(({ kind }) => kind === "income"));
  const contracts = contractsOf(asset, covering, on);
  const currency = asset.currency ?? contracts[0]?.currency;
  const shares = contracts.filter((each) => each.currency === currency);
  const shared = shares.reduce((total, { share }) => total + share, 0);
  return {
    ...{ id: asset.id, on, currency, purchase: asset.purchase?.amount, costs, income, contracts },
    costOverLife: (asset.purchase?.amount ?? 0) + costs + shared - income,
    depreciation: depreciationOf(asset, terms, on),
  };
};
