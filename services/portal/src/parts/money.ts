/** An amount in the minor unit of its currency, as the API has them. */
export type Money = { readonly amount: number; readonly currency: string };

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat(undefined, { style: "currency", currency }).resolvedOptions().maximumFractionDigits ??
  2;

/** €1,299.00, as the person's language writes it. */
export const moneyText = ({ amount, currency }: Money): string =>
  new Intl.NumberFormat(undefined, { style: "currency", currency }).format(amount / 10 ** digitsOf(currency));

/** An amount as people type it, 12.50, in the minor unit of its currency; undefined where there is no such currency. */
export const moneyOf = (typed: number, currency: string): Money | undefined => {
  try {
    return { amount: Math.round(typed * 10 ** digitsOf(currency)), currency };
  } catch {
    return undefined;
  }
};

/** An amount as people type it: 12.50, without its currency. */
export const amountText = ({ amount, currency }: Money): string => {
  try {
    const digits = digitsOf(currency);
    return (amount / 10 ** digits).toFixed(amount % 10 ** digits === 0 ? 0 : digits);
  } catch {
    return String(amount);
  }
};
