import { amountText, type Money, moneyOf } from "../money.ts";

/** An amount as it is typed. */
export type TypedMoney = { readonly amount: string; readonly currency: string };

const usualCurrency = "EUR";

export const typedMoney = (value: Money | undefined): TypedMoney =>
  value === undefined
    ? { amount: "", currency: usualCurrency }
    : { amount: amountText(value), currency: value.currency };

const numberOf = (amount: string): number => Number(amount.trim().replace(",", "."));

/** Whether something is typed that is no amount. */
export const isNoAmount = ({ amount }: TypedMoney): boolean => !Number.isFinite(numberOf(amount));

/** What is typed in the minor unit of its currency, nothing where it is no amount; a currency that there is not goes as it is. */
export const moneyTyped = (typed: TypedMoney): Money | undefined => {
  if (typed.amount.trim() === "" || isNoAmount(typed)) return undefined;
  const amount = numberOf(typed.amount);
  return moneyOf(amount, typed.currency) ?? { amount, currency: typed.currency };
};

export const isSameMoney = (one: Money | undefined, other: Money | undefined): boolean =>
  one?.amount === other?.amount && one?.currency === other?.currency;
