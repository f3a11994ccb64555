import type { ProjectionType } from "../dynamo/projections.ts";
import type { CalendarTerms } from "../time/calendar.ts";
import { type Calendar, compileCalendar } from "../time/compile-calendar.ts";
import type { NamedCalendar, Policy, Terms } from "./clocks.ts";
import type { PolicyTerms } from "./terms.ts";

type Retired = { readonly retired: boolean };

/** What a service keeps of a policy or a calendar of another service, by the event's snapshot. */
export type KnownTerms =
  | { readonly policy: Policy & Retired }
  | { readonly calendar: { readonly id: string; readonly name: string; readonly terms: CalendarTerms } };

const inForce = "inForce";

/** Policies and calendars in one place, so that one query reads all that is in force for a kind of record. */
export const termsProjection = (kind: PolicyTerms["kind"]): ProjectionType<KnownTerms> => ({
  kind: "TERMS",
  memberships: (known) => {
    const counts = "calendar" in known || (!known.policy.retired && known.policy.terms.kind === kind);
    return counts ? [{ group: inForce, order: "" }] : [];
  },
});

type Compiled = { readonly text: string; readonly calendar: Calendar };

/** Reads the terms in force. A calendar that is the same as last time keeps what it has worked out already. */
export const createTermsReader = (): ((projections: {
  readonly all: (group: string) => Promise<readonly { readonly id: string; readonly value: KnownTerms }[]>;
}) => Promise<Terms>) => {
  let compiled: ReadonlyMap<string, Compiled> = new Map();
  const compile = (id: string, terms: CalendarTerms): Compiled => {
    const text = JSON.stringify(terms);
    const known = compiled.get(id);
    return known?.text === text ? known : { text, calendar: compileCalendar(terms) };
  };
  return async (projections) => {
    const members = await projections.all(inForce);
    const now = new Map<string, Compiled>();
    const calendars = new Map<string, NamedCalendar>();
    const policies: Policy[] = [];
    for (const { value } of members) {
      if ("policy" in value) policies.push(value.policy);
      else {
        const { id, name, terms } = value.calendar;
        const one = compile(id, terms);
        now.set(id, one);
        calendars.set(id, { id, name, calendar: one.calendar });
      }
    }
    compiled = now;
    return { policies, calendars };
  };
};
