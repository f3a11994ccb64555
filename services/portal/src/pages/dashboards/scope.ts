import { useSearch } from "wouter";
import { goTo } from "../../shell/follow.ts";

const day = 86_400_000;
const usualDays = 90;

/** What the dashboards are about: the last so many days, perhaps of one team. It is in the address, to be shared. */
export type Scope = { readonly days: number; readonly team: string | undefined };

/** The choice of periods; longer ones are put together by longer parts. */
export const choices = [30, 90, 180, 365] as const;
const partOf = (days: number): "day" | "week" | "month" =>
  days <= 30 ? "day" : days <= 180 ? "week" : "month";

export const useScope = (): Scope => {
  const search = new URLSearchParams(useSearch());
  const days = Number(search.get("days"));
  return {
    days: choices.some((each) => each === days) ? days : usualDays,
    team: search.get("team") ?? undefined,
  };
};

const searchOf = (values: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
};

export const changeScope = ({ days, team }: Scope): void =>
  goTo(`/dashboards${searchOf({ days: String(days), team })}`);

/** The days of a scope as the API asks for them. */
export const daysOf = ({ days }: Scope): { readonly from: string; readonly to: string } => {
  const today = new Date();
  const from = new Date(today.getTime() - (days - 1) * day);
  return { from: from.toISOString().slice(0, 10), to: today.toISOString().slice(0, 10) };
};

/** The query of a report: one total, or the parts of the period. */
export const queryOf = (scope: Scope, isInParts = false) => ({
  ...daysOf(scope),
  ...(isInParts ? { per: partOf(scope.days) } : {}),
  ...(scope.team === undefined ? {} : { team: scope.team }),
});

/** Address of the list behind a number. */
export const listOf = (
  report: string,
  figure: string,
  filters: Readonly<Record<string, string | undefined>>,
): string => `/dashboards/${report}/${figure}${searchOf(filters)}`;
