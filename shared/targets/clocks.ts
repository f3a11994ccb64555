import { aroundTheClock, type Calendar } from "../time/compile-calendar.ts";
import { type Clock, clockOf } from "./clock.ts";
import { holds } from "./condition.ts";
import type { Metric } from "./spans.ts";
import type { Facts, PolicyTerms } from "./terms.ts";
import type { Timeline } from "./timeline.ts";

/** A policy as its consumers know it; `version` counts its changes. */
export type Policy = {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly terms: PolicyTerms;
};

export type NamedCalendar = { readonly id: string; readonly name: string; readonly calendar: Calendar };

/** All terms in force for one kind of record: those that are retired are not among them. */
export type Terms = {
  readonly policies: readonly Policy[];
  readonly calendars: ReadonlyMap<string, NamedCalendar>;
};

/** A clock and the terms it runs under. No calendar: around the clock. */
export type PolicyClock = Clock & {
  readonly policy: Policy;
  readonly metric: Metric;
  readonly calendar: NamedCalendar | undefined;
};

/**
 * Every clock that runs on a record: of each policy that its present facts match, one per metric, each on its
 * own. The whole timeline counts for a policy, however lately it came to match. A metric whose calendar is not
 * known (its event is still on the way) has no clock yet: rather late than wrong.
 */
export const clocksOf = (
  { policies, calendars }: Terms,
  timeline: Timeline,
  facts: Facts,
  now: number,
): readonly PolicyClock[] =>
  policies
    .filter(({ terms }) => holds(terms.where, facts))
    .flatMap((policy) =>
      policy.terms.metrics.flatMap((metric) => {
        const calendar = calendars.get(metric.calendarId ?? "");
        if (metric.calendarId !== undefined && calendar === undefined) return [];
        const clock = clockOf(metric, timeline, calendar?.calendar ?? aroundTheClock, now);
        return [{ ...clock, policy, metric, calendar }];
      }),
    );
