import type { Contract } from "./contract.ts";

type Day = { readonly year: number; readonly month: number; readonly day: number };

const partsOf = (on: string): Day => {
  const [year = 0, month = 0, day = 0] = on.split("-").map(Number);
  return { year, month, day };
};

/** How many months have begun from a day to another one, both included; a month is from its day to the next one's eve. */
const monthsBegun = (from: string, to: string): number => {
  if (to < from) return 0;
  const [a, b] = [partsOf(from), partsOf(to)];
  const whole = (b.year - a.year) * 12 + b.month - a.month;
  return b.day >= a.day ? whole + 1 : Math.max(1, whole);
};

/** A cancelled contract was changed last when it was cancelled. */
const lastDay = ({ state, endsOn, updatedAt }: Contract): string =>
  state === "cancelled" && updatedAt.slice(0, 10) < endsOn ? updatedAt.slice(0, 10) : endsOn;

/** How often a contract was billed up to and on a day: in advance, for each month or year that has begun. */
const billsUntil = (contract: Contract, on: string): number => {
  const last = lastDay(contract);
  const months = monthsBegun(contract.startsOn, on < last ? on : last);
  if (contract.billed === "monthly") return months;
  return contract.billed === "yearly" ? Math.ceil(months / 12) : Math.min(months, 1);
};

/**
 * What of a contract's cost until a day (minor units) falls to one of the assets that it covers now: as much as
 * to each other one, and what does not divide to the first of them by number, so that shares add up to the cost.
 */
export const shareOf = (contract: Contract, assetId: string, on: string): number => {
  const ids = contract.assetIds.toSorted();
  const at = ids.indexOf(assetId);
  if (contract.cost === undefined || at < 0) return 0;
  const total = contract.cost.amount * billsUntil(contract, on);
  const rest = total % ids.length;
  return (total - rest) / ids.length + (at < rest ? 1 : 0);
};
