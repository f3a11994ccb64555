import { type Conflict, conflictsOf, merged } from "../../parts/record/merge.ts";
import { differences, valueText } from "./changes.ts";
import { itemBody } from "./item-body.ts";
import { emptyItem } from "./new-rows.ts";
import { typedItem } from "./read-item.ts";
import type { ItemBody } from "./typed-item.ts";

type Fields = Readonly<Record<string, unknown>>;

/** All that an item may say; what it does not say is there, too, so that taking something away is a change. */
const names = [
  ...Object.keys(itemBody(emptyItem)),
  ...["description", "icon", "ownerId", "teamId", "serviceId", "price", "recurring", "deliveryDays"],
  ...["articles", "standing", "bundle"],
];

const whole = (body: ItemBody): Fields => ({
  ...Object.fromEntries(names.map((name) => [name, undefined])),
  ...body,
});

/** As it would be sent if nobody had changed it: what it leaves to be understood is said. */
export const asSent = (item: Parameters<typeof typedItem>[0]): ItemBody => itemBody(typedItem(item));

const words = (before: unknown, after: unknown, currency: string): string => {
  const lines = differences(before, after, currency).slice(0, 4);
  return lines.map(({ place, after: now }) => (place === "" ? now : `${place}: ${now}`)).join("; ");
};

/** What two people wrote at the same place of an item, in words. */
export const conflictsIn = (base: ItemBody, yours: ItemBody, theirs: ItemBody): readonly Conflict[] =>
  conflictsOf(whole(base), whole(yours), whole(theirs)).map(({ field, before, ...both }) => {
    const currency = base.price?.currency ?? emptyItem.currency;
    return {
      field,
      before: valueText(before),
      yours: words(before, both.yours, currency),
      theirs: words(before, both.theirs, currency),
    };
  });

/** Your changes on top of theirs; where both wrote, yours unless it is to stay as theirs. */
export const mergedItem = (
  base: ItemBody,
  yours: ItemBody,
  theirs: ItemBody,
  keepTheirs: readonly string[],
): ItemBody => ({ ...theirs, ...merged(whole(base), whole(yours), keepTheirs) });
