import type { Schemas } from "../../../../../docs/generated/api.ts";

export type Departure = Schemas["Departure"];
type Answer = Departure["answers"][number];

/** What is left of one kind, such as articles. */
export type LeftOfKind = {
  readonly kind: string;
  readonly holder: string;
  readonly ids: readonly string[];
};

/** One thing that is left. */
export type LeftRow = { readonly holder: string; readonly kind: string; readonly id: string };

/** What is left by kind, in the order in which the services tell of it. */
export const leftByKind = (answers: readonly Answer[]): readonly LeftOfKind[] => {
  const found = new Map<string, { readonly kind: string; readonly holder: string; readonly ids: string[] }>();
  for (const { holder, holdings } of answers)
    for (const { kind, id } of holdings) {
      const key = `${holder} ${kind}`;
      const known = found.get(key) ?? { kind, holder, ids: [] };
      known.ids.push(id);
      found.set(key, known);
    }
  return [...found.values()];
};

/** How much is left in all; a service names the first hundred and counts them all. */
export const countLeft = (answers: readonly Answer[]): number =>
  answers.reduce((sum, { count }) => sum + count, 0);

/** What is left that no service names one by one. */
export const unnamedLeft = (answers: readonly Answer[]): number =>
  answers.reduce((sum, { count, holdings }) => sum + count - holdings.length, 0);

const addresses: Readonly<Record<string, string>> = {
  "asset asset": "/assets/",
  "asset reservation": "/assets/",
  "change change": "/changes/",
  "change approval": "/changes/",
  "change change-board": "/change-boards/",
  "change change-freeze": "/change-freezes/",
  "change change-model": "/change-models/",
  "change change-template": "/change-templates/",
  "configuration ci": "/cis/",
  "incident incident": "/incidents/",
  "problem problem": "/problems/",
  "knowledge article": "/articles/",
  "knowledge review": "/articles/",
  "request catalog-item": "/catalog-items/",
};

/** The page of something that is left, where it has one of its own. */
export const addressOfLeft = (holder: string, kind: string, id: string): string | undefined => {
  const address = addresses[`${holder} ${kind}`];
  return address === undefined ? undefined : `${address}${id}`;
};

/** How a departure stands, beside its state. */
export const standOf = ({ state, isClear, lastAt, answers }: Departure, now: number) => {
  if (state !== "open") return "over";
  if (countLeft(answers) > 0) return "left";
  if (isClear) return "ends";
  return Date.parse(lastAt) > now ? "waits" : "asked";
};
