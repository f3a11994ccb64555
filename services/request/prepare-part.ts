import { answerOf, holds } from "../../shared/forms/condition.ts";
import type { Answers } from "../../shared/forms/form.ts";
import type { BundlePart, ItemFields } from "./catalog-item.ts";
import type { Wanted } from "./decisions/place.ts";
import { type Offered, type On, wantedOf } from "./prepare-line.ts";

/** What comes with a bundle for these answers to its form; nothing with what is none. */
export const partsFor = ({ bundle = [] }: Pick<ItemFields, "bundle">, answers: Answers): BundlePart[] =>
  bundle.filter(({ when }) => holds(when, answers));

const answersOf = ({ answers }: BundlePart, whole: Answers): Answers =>
  Object.fromEntries(
    answers.flatMap(({ field, value, from }) => {
      const answer = from === undefined ? value : answerOf(whole, from);
      return answer === undefined ? [] : [[field, answer]];
    }),
  );

/** A part as so many of the bundle with these answers bring it, and whether it is approved with the bundle. */
export const partOf = (
  part: BundlePart,
  offer: Offered,
  bundle: Pick<Wanted, "answers" | "quantity">,
  on: On,
  path: string,
): Wanted => {
  const quantity = part.quantity * bundle.quantity;
  const line = { quantity, answers: answersOf(part, bundle.answers) };
  const fields = { ...offer.fields, mostQuantity: quantity };
  const want = wantedOf({ ...offer, fields }, line, on, path);
  return { ...want, isCovered: part.approval === "bundle" };
};
