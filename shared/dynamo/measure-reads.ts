import { amountPrefix, cellPartition, keyPart, memberOrder, memberPartition } from "./measure-writes.ts";
import { whole } from "./measured.ts";
import type { Page, PageRequest } from "./page.ts";
import { type Found, readAll } from "./query.ts";
import { readRanges } from "./read-ranges.ts";
import type { Scope } from "./scope.ts";

/** What was added up of a day, a value and a level. */
export type Sum = {
  readonly day: string;
  readonly value: string;
  readonly level: string;
  /** By figure, or `figure.name` for what is added up beside it. */
  readonly amounts: Readonly<Record<string, number>>;
};

/** Days (ISO 8601), both ends included. */
export type Days = { readonly from: string; readonly to: string };

/** Which cells: of a dimension, and perhaps of one of its values. */
export type Breakdown = { readonly dimension: string; readonly value?: string | undefined };

/** A record that is behind a number, and when it counted. */
export type Counted = {
  readonly id: string;
  readonly at: string;
  readonly level: string;
  readonly name?: string | undefined;
};

/** Which members of a list: those at an instant of a stretch (ISO 8601 or the beginning of one, `to` excluded), in the order of their levels. */
export type Wanted = {
  readonly figure: string;
  readonly dimension: string;
  readonly value: string;
  readonly levels: readonly string[];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** Reads what records of a kind add up to; what it costs goes with days and values, not with records. */
export type MeasureReads = {
  /** What happened on some days. */
  readonly flows: (breakdown: Breakdown, days: Days) => Promise<readonly Sum[]>;
  /** What is there now, by the day since when. */
  readonly stock: (breakdown: Breakdown) => Promise<readonly Sum[]>;
  /** The records behind a number; `show` answers undefined for what the caller may not see. */
  readonly members: <T>(
    wanted: Wanted,
    page: PageRequest,
    show: (counted: readonly Counted[]) => Promise<readonly (T | undefined)[]>,
  ) => Promise<Page<T>>;
};

const monthsOf = ({ from, to }: Days): readonly string[] => {
  const months: string[] = [];
  for (let at = new Date(`${from.slice(0, 7)}-01T00:00:00Z`); at.toISOString().slice(0, 10) <= to; ) {
    months.push(at.toISOString().slice(0, 7));
    at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1));
  }
  return months;
};

const sumOf = (item: Found): Sum => ({
  day: String(item.day),
  value: String(item.value),
  level: String(item.level),
  amounts: Object.fromEntries(
    Object.entries(item)
      .filter(([name]) => name.startsWith(amountPrefix))
      .map(([name, amount]) => [name.slice(amountPrefix.length), Number(amount)]),
  ),
});

const countedOf = ({ id, at, level, name }: Found): Counted => ({
  id: String(id),
  at: String(at),
  level: String(level),
  ...(name === undefined ? {} : { name: String(name) }),
});

export const createMeasureReads = (kind: string, scope: Scope): MeasureReads => {
  const cells = async ({ dimension, value }: Breakdown, month: string | undefined): Promise<Sum[]> => {
    const prefix = value === undefined ? undefined : `${keyPart(value)}#`;
    const found: Sum[] = [];
    for await (const items of readAll(scope, { partition: cellPartition(kind, dimension, month), prefix }))
      for (const item of items) found.push(sumOf(item));
    return found;
  };
  return {
    flows: async (breakdown, days) => {
      const months = await Promise.all(monthsOf(days).map((month) => cells(breakdown, month)));
      return months.flat().filter(({ day }) => day >= days.from && day <= days.to);
    },
    stock: (breakdown) => cells(breakdown, undefined),
    members: ({ figure, dimension, value, levels, from, to }, page, show) => {
      const partition = memberPartition(kind, figure, dimension, dimension === whole ? whole : value);
      const ranges = levels.map((level) => ({
        partition,
        from: memberOrder(level, from ?? ""),
        // "~" comes behind every instant.
        before: memberOrder(level, to ?? "~"),
      }));
      return readRanges(scope, ranges, page, (found) => show(found.map(countedOf)));
    },
  };
};
