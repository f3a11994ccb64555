import { Refusal } from "../../shared/domain/refusal.ts";
import { formFaults } from "../../shared/forms/form-faults.ts";
import type { ItemFields } from "./catalog-item.ts";
import { type Fault, isSingle, orderFaults, stepFaults } from "./fulfilment.ts";

const at = (place: string, faults: readonly Fault[]): Fault[] =>
  faults.map(({ path, message }) => ({ path: `${place}.${path}`, message }));

/** What an item says of ordering and fulfilling it. */
type Sensible = Pick<ItemFields, "form" | "fulfilment" | "bundle" | "price" | "recurring" | "mostQuantity">;

/** Refuses, with every place, what is well formed and cannot be meant: nobody could order or fulfil it. */
export const refuseSenseless = (fields: Sensible, place = "body"): void => {
  const { form, fulfilment, bundle = [], price, recurring, mostQuantity } = fields;
  const twoCurrencies = price && recurring && price.currency !== recurring.currency;
  const choices = form.sections.flatMap(({ fields }) => fields.flatMap((field) => field.choices ?? []));
  const faults = [
    ...(price === undefined && choices.some((choice) => choice.price !== undefined)
      ? [{ path: "price", message: "Choices add to it: say the price, 0 if it costs nothing else" }]
      : []),
    ...(recurring === undefined && choices.some((choice) => choice.recurring !== undefined)
      ? [{ path: "recurring", message: "Choices add to it: say it, 0 if nothing else comes again" }]
      : []),
    ...(twoCurrencies ? [{ path: "recurring.currency", message: "The currency of the price" }] : []),
    ...(mostQuantity > 1 && fulfilment.some((step) => isSingle(step) && step.when === undefined)
      ? [{ path: "mostQuantity", message: "One: its steps are about one seat or asset of a person" }]
      : []),
    ...formFaults(form).map(({ path, message }) => ({ path: ["form", ...path].join("."), message })),
    ...at("fulfilment", [...orderFaults("step", fulfilment), ...stepFaults(fulfilment)]),
    ...at("bundle", orderFaults("part", bundle)),
  ];
  if (faults.length === 0) return;
  const violations = faults.map(({ path, message }) => ({ path: `${place}.${path}`, message }));
  throw new Refusal("rule_violation", undefined, violations);
};
