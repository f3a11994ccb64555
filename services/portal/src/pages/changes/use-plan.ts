import { useSearch } from "wouter";
import type { ApiProblem } from "../../api/problem.ts";
import type { ReplyOf } from "../../api/request.ts";
import { useRead } from "../../api/use-read.ts";
import { type CalendarFilter, filterFrom, isShown } from "./calendar-filter.ts";
import type { Row } from "./lists.ts";
import { type Day, filedWeeks } from "./month.ts";
import { useMonth } from "./use-month.ts";

/** A freeze, a window for changes or a meeting, at one of the times at which it is. */
export type Stretch = ReplyOf<"GET /change-schedule">["items"][number];

/** A change with the time it is planned for. */
export type Planned = { readonly row: Row; readonly from: string; readonly to: string };

/** What is planned in some weeks, and when nothing may be or something may be. */
export type Plan = {
  /** As far as the filter shows them. */
  readonly planned: readonly Planned[];
  readonly filter: CalendarFilter;
  /** Every change that was read. */
  readonly rows: readonly Row[];
  /** Not everything could be read. */
  readonly isCut: boolean;
  readonly stretches: readonly Stretch[];
  readonly isLoading: boolean;
  readonly problem: ApiProblem | undefined;
  readonly refresh: () => Promise<void>;
};

const plannedOf = (row: Row): Planned[] => {
  const { plannedStart: from, plannedEnd: to, state } = row;
  return from === undefined || to === undefined || state === "cancelled" ? [] : [{ row, from, to }];
};

/**
 * What is left to choose from what was read. The API knows better than a row what a service or a team has to do with a
 * change: a service depends on others, and a team does parts of others' changes.
 */
const leftTo = ({ serviceId, teamId, ...rest }: CalendarFilter): CalendarFilter =>
  serviceId === undefined || teamId === undefined ? rest : { ...rest, teamId };

/** Reads what is planned in whole weeks. */
export const usePlan = (weeks: readonly (readonly Day[])[]): Plan => {
  const filter = filterFrom(useSearch());
  const query = {
    from: weeks[0]?.[0]?.from.toISOString() ?? "",
    to: weeks.at(-1)?.[6]?.to.toISOString() ?? "",
  };
  const { rows, isCut, problem } = useMonth({ weeks: filedWeeks(weeks), ...query, filter });
  const schedule = useRead("GET /change-schedule", { query }, { everyMs: 60_000 });
  return {
    planned: (rows ?? []).filter((row) => isShown(row, leftTo(filter))).flatMap(plannedOf),
    filter,
    rows: rows ?? [],
    isCut,
    stretches: schedule.value?.items ?? [],
    isLoading: rows === undefined && problem === undefined,
    problem: problem ?? schedule.problem,
    refresh: schedule.refresh,
  };
};
