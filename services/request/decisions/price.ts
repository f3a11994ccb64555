import { answerOf, holds } from "../../../shared/forms/condition.ts";
import type { Answers, Choice } from "../../../shared/forms/form.ts";
import type { ItemFields, When } from "../catalog-item.ts";
import type { Money, Recurring } from "../money.ts";

/** The choices that were made in a form, whatever they add to the price. */
const chosen = ({ form }: Pick<ItemFields, "form">, answers: Answers): readonly Choice[] =>
  form.sections
    .flatMap(({ fields }) => fields)
    .flatMap(({ key, choices = [] }) => {
      const answer = answerOf(answers, key);
      return choices.filter(({ value }) =>
        Array.isArray(answer) ? answer.includes(value) : answer === value,
      );
    });

const sum = (amounts: readonly (number | undefined)[]): number =>
  amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);

export type Cost = { readonly price?: Money | undefined; readonly recurring?: Recurring | undefined };

/** What so many of an item cost with these answers; nothing where it has no price. */
export const costOf = (fields: ItemFields, answers: Answers, quantity: number): Cost => {
  const { price, recurring } = fields;
  const choices = chosen(fields, answers);
  const add = <M extends Money>(base: M | undefined, extra: readonly (number | undefined)[]): M | undefined =>
    base && { ...base, amount: (base.amount + sum(extra)) * quantity };
  return {
    price: add(
      price,
      choices.map((choice) => choice.price),
    ),
    recurring: add(
      recurring,
      choices.map((choice) => choice.recurring),
    ),
  };
};

/** The amounts together, where they are of one currency. */
export const totalOf = (prices: readonly (Money | undefined)[]): Money | undefined => {
  const said = prices.filter((price) => price !== undefined);
  const [first] = said;
  if (first === undefined || said.some(({ currency }) => currency !== first.currency)) return undefined;
  return { amount: sum(said.map(({ amount }) => amount)), currency: first.currency };
};

const timesAYear = { month: 12, year: 1 } as const;

/**
 * What is spent by saying yes, in the minor unit: what is paid once, and what comes again in the first year.
 * What has no price costs nothing; several currencies make no sum (`undefined`).
 */
export const spendingOf = (costs: readonly Cost[]): number | undefined => {
  const amounts = costs.flatMap(({ price, recurring }) => [
    ...(price ? [price] : []),
    ...(recurring ? [{ ...recurring, amount: recurring.amount * timesAYear[recurring.every] }] : []),
  ]);
  return amounts.length === 0 ? 0 : totalOf(amounts)?.amount;
};

/** Whether a rule applies to what is ordered. Where nobody can say what it costs, it is neither little nor free. */
export const applies = (when: When | undefined, answers: Answers, spending: number | undefined): boolean => {
  const { costAtLeast, costAtMost, answers: condition } = when ?? {};
  return (
    holds(condition, answers) &&
    (costAtLeast === undefined || spending === undefined || spending >= costAtLeast) &&
    (costAtMost === undefined || (spending !== undefined && spending <= costAtMost))
  );
};
