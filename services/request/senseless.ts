import { Refusal } from "../../shared/domain/refusal.ts";
import { formFaults } from "../../shared/forms/form.ts";
import type { ItemFields } from "./catalog-item.ts";
import { type Fault, orderFaults, stepFaults } from "./fulfilment.ts";

const at = (place: string, faults: readonly Fault[]): Fault[] =>
  faults.map(({ path, message }) => ({ path: `${place}.${path}`, message }));

/** Refuses, with every place, what is well formed and cannot be meant: nobody could order or fulfil it. */
export const refuseSenseless = ({ form, fulfilment, bundle = [], price, recurring }: ItemFields): void => {
  const twoCurrencies = price && recurring && price.currency !== recurring.currency;
  const faults = [
    ...(twoCurrencies ? [{ path: "recurring.currency", message: "The currency of the price" }] : []),
    ...formFaults(form).map(({ path, message }) => ({ path: ["form", ...path].join("."), message })),
    ...at("fulfilment", [...orderFaults("step", fulfilment), ...stepFaults(fulfilment)]),
    ...at("bundle", orderFaults("part", bundle)),
  ];
  if (faults.length === 0) return;
  const violations = faults.map(({ path, message }) => ({ path: `body.${path}`, message }));
  throw new Refusal("rule_violation", undefined, violations);
};
