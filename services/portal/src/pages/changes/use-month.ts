import { useEffect, useState } from "react";
import { call } from "../../api/call.ts";
import { type ApiProblem, asProblem } from "../../api/problem.ts";
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

/** All changes that are planned in these weeks, each once; read anew when the weeks are others. */
export const useMonth = (weeks: readonly string[]): Month => {
  const asked = weeks.join(" ");
  const [month, setMonth] = useState<Month & { readonly of: string }>({
    of: "",
    ...nothing,
  });
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      try {
        const found = await Promise.all(asked.split(" ").map(changesOf));
        const all = found.flatMap(({ rows }) => rows);
        const rows = [...new Map(all.map((row) => [row.id, row])).values()];
        const isCut = found.some((each) => each.isCut);
        if (isCurrent) setMonth({ of: asked, rows, isCut, problem: undefined });
      } catch (error) {
        if (isCurrent) setMonth({ of: asked, ...nothing, problem: asProblem(error) });
      }
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [asked]);
  return month.of === asked ? month : nothing;
};
