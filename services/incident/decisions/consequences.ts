import type { Incident } from "../incident.ts";
import { withoutClosing } from "./awaits-review.ts";
import { afterChange } from "./brought.ts";

type Consequence = (incident: Incident, changes: Partial<Incident>) => Partial<Incident>;

/** What follows from any change whatever, in this order; each sees what those before it made of the change. */
const consequences: readonly Consequence[] = [afterChange, withoutClosing];

/** A decision's changes with all that follows from them. */
export const withConsequences: Consequence = (incident, changes) => {
  const all = { ...changes };
  for (const consequence of consequences) Object.assign(all, consequence(incident, all));
  return all;
};
