import type { Conditions, Rule } from "../assignment-rules.ts";
import type { Incident } from "../incident.ts";

/** What rules look at. */
export type Routable = Pick<
  Incident,
  "title" | "channel" | "priority" | "callerId" | "ciIds" | "restricted"
> &
  Partial<Pick<Incident, "category" | "subcategory" | "serviceId" | "location">>;

/** Who gets an incident by which rule; kept in the history of what it assigned. */
export type Routing = {
  readonly rule: string;
  /** Version of the rules. */
  readonly version: number;
  readonly teamId: string;
  readonly assigneeId?: string | undefined;
};

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether the words of `wanted` stand next to each other in the title. */
const says = (title: string, wanted: string): boolean => {
  const [all, some] = [wordsOf(title), wordsOf(wanted)];
  return some.length > 0 && ` ${all.join(" ")} `.includes(` ${some.join(" ")} `);
};

const oneOf = (values: readonly (string | number)[], value: string | number | undefined): boolean =>
  value !== undefined && values.includes(value);

type Named = { readonly [N in Exclude<keyof Conditions, "restricted">]: NonNullable<Conditions[N]> };
type Tests = { readonly [N in keyof Named]: (values: Named[N], incident: Routable) => boolean };

const tests: Tests = {
  category: (values, { category }) => oneOf(values, category),
  subcategory: (values, { subcategory }) => oneOf(values, subcategory),
  serviceId: (values, { serviceId }) => oneOf(values, serviceId),
  ciId: (values, { ciIds }) => ciIds.some((id) => values.includes(id)),
  location: (values, { location }) => oneOf(values, location),
  channel: (values, { channel }) => oneOf(values, channel),
  priority: (values, { priority }) => oneOf(values, priority),
  callerId: (values, { callerId }) => oneOf(values, callerId),
  words: (values, { title }) => values.some((wanted) => says(title, wanted)),
};

/** The first condition of a rule that does not hold for an incident; none: the rule matches. */
export const unmet = ({ where }: Rule, incident: Routable): keyof Conditions | undefined => {
  if (where.restricted !== incident.restricted) return "restricted";
  const names = Object.keys(tests) as (keyof typeof tests)[];
  return names.find((name) => where[name] !== undefined && !tests[name](where[name] as never, incident));
};

/** A team as the rules meet it. */
export type RoutableTeam = {
  readonly active: boolean;
  readonly members: readonly { readonly personId: string; readonly absent: boolean }[];
};

/** Why a rule was passed over: the first condition that did not hold, or that its team does not work. */
export type Passed = { readonly rule: string; readonly because: keyof Conditions | "team" };

/** The first rule that matches and whose team works, and why those before it did not. */
export const firstMatch = (
  rules: readonly Rule[],
  incident: Routable,
  teams: ReadonlyMap<string, RoutableTeam>,
): { readonly rule: Rule | undefined; readonly passed: readonly Passed[] } => {
  const passed: Passed[] = [];
  for (const rule of rules) {
    const because = unmet(rule, incident) ?? (teams.get(rule.teamId)?.active ? undefined : "team");
    if (because === undefined) return { rule, passed };
    passed.push({ rule: rule.name, because });
  }
  return { rule: undefined, passed };
};

/** How many open incidents somebody has. */
export type Load = { readonly personId: string; readonly open: number };

/** Who has least to do; of several the one whose id comes first. */
export const leastLoaded = (loads: readonly Load[]): string | undefined =>
  loads.toSorted((a, b) => a.open - b.open || (a.personId < b.personId ? -1 : 1))[0]?.personId;
