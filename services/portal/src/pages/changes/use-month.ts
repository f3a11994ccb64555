import { useEffect, useState } from "react";
import { call } from "../../api/call.ts";
import { type ApiProblem, asProblem } from "../../api/problem.ts";
import type { CalendarFilter } from "./calendar-filter.ts";
import type { Row } from "./lists.ts";

/** A week with more changes than so many pages of a hundred shows the first of them. */
const mostPages = 5;

type Week = { readonly rows: readonly Row[]; readonly isCut: boolean };

const changesOf = async (week: string): Promise<Week> => {
  const rows: Row[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const query = { week, limit: 100, ...(cursor === undefined ? {} : { cursor }) };
    const answer = await call("GET /changes", { query });
    rows.push(...answer.items);
    cursor = answer.nextCursor;
    if (cursor === undefined) break;
  }
  return { rows, isCut: cursor !== undefined };
};

type Month = {
  readonly rows: readonly Row[] | undefined;
  /** A week has more than is read of it. */
  readonly isCut: boolean;
  readonly problem: ApiProblem | undefined;
};

const nothing: Month = { rows: undefined, isCut: false, problem: undefined };

/** What is asked for: all of some weeks, or what a place is concerned by between two moments. */
export type Asked = {
  readonly weeks: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly filter: CalendarFilter;
};

/** The API answers for a service, with what it depends on, or a team without a limit; both together go by the service. */
const ofPlace = async ({ from, to, filter: { serviceId, teamId } }: Asked): Promise<Week> => {
  const place = serviceId === undefined ? { teamId } : { serviceId };
  const { items } = await call("GET /planned-changes", { query: { from, to, ...place } as never });
  return { rows: items, isCut: false };
};

const readAll = async (asked: Asked): Promise<Week> => {
  const { serviceId, teamId } = asked.filter;
  if (serviceId !== undefined || teamId !== undefined) return ofPlace(asked);
  const found = await Promise.all(asked.weeks.map(changesOf));
  const all = found.flatMap(({ rows }) => rows);
  const rows = [...new Map(all.map((row) => [row.id, row])).values()];
  return { rows, isCut: found.some(({ isCut }) => isCut) };
};

/** Planned changes; read anew when something else is asked for. */
export const useMonth = (asked: Asked): Month => {
  const text = JSON.stringify(asked);
  const [month, setMonth] = useState<Month & { readonly of: string }>({ of: "", ...nothing });
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      try {
        const found = await readAll(JSON.parse(text) as Asked);
        if (isCurrent) setMonth({ of: text, ...found, problem: undefined });
      } catch (error) {
        if (isCurrent) setMonth({ of: text, ...nothing, problem: asProblem(error) });
      }
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [text]);
  return month.of === text ? month : nothing;
};
