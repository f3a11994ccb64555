import { type Money, moneyText } from "../../parts/money.ts";
import { catalogTexts as texts } from "./texts.ts";

type Priced = {
  readonly price?: Money | undefined;
  readonly recurring?: (Money & { readonly every: string }) | undefined;
};

/** What something costs, once and again and again. */
export const priceText = ({ price, recurring }: Priced): string => {
  const parts = [
    ...(price === undefined || price.amount === 0 ? [] : [moneyText(price)]),
    ...(recurring === undefined ? [] : [texts.recurring(moneyText(recurring), recurring.every)]),
  ];
  return parts.length === 0 ? texts.free : parts.join(" + ");
};
