import { Ci } from "./ci.ts";

/** A CI as the API shows it; people who only pick services are not shown more than their names. */
export const SeenCi = Ci.partial({
  criticality: true,
  attributes: true,
  restricted: true,
  identities: true,
}).meta({ id: "Ci" });

/** A CI as lists show it: without the long texts and what its class asks for. */
export const ListedCi = SeenCi.omit({ description: true, attributes: true, identities: true }).meta({
  id: "ListedCi",
});
