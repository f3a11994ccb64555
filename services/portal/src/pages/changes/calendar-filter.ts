import type { Row } from "./lists.ts";

/** What of a calendar is shown; nothing named: everything. */
export type CalendarFilter = {
  readonly type?: string;
  readonly teamId?: string;
  readonly serviceId?: string;
};

const keys = ["type", "teamId", "serviceId"] as const;
export type FilterKey = (typeof keys)[number];

/** The filter that an address says. */
export const filterFrom = (search: string): CalendarFilter => {
  const query = new URLSearchParams(search);
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = query.get(key);
      return value === null || value === "" ? [] : [[key, value] as const];
    }),
  );
};

/** The same for an address, with its question mark; empty for everything. */
export const searchOf = (filter: CalendarFilter): string => {
  const said = keys.flatMap((key) => (filter[key] ? [[key, filter[key]] as [string, string]] : []));
  return said.length === 0 ? "" : `?${new URLSearchParams(said)}`;
};

export const isShown = (row: Pick<Row, FilterKey>, filter: CalendarFilter): boolean =>
  keys.every((key) => filter[key] === undefined || row[key] === filter[key]);

/** What may be chosen: what is there, and what is chosen already. */
export const valuesOf = (
  rows: readonly Pick<Row, FilterKey>[],
  key: FilterKey,
  chosen: string | undefined,
): readonly string[] => {
  const found = rows.flatMap((row) => row[key] ?? []);
  return [...new Set([...found, ...(chosen === undefined ? [] : [chosen])])].toSorted();
};
