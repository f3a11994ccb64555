import { useEffect, useState } from "react";
import { call } from "../../api/call.ts";
import { type ApiProblem, asProblem } from "../../api/problem.ts";
import type { Row } from "./lists.ts";

/** A week with more changes than so many pages of a hundred shows the first of them. */
const mostPages = 5;

const changesOf = async (week: string): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const query = { week, limit: 100, ...(cursor === undefined ? {} : { cursor }) };
    const answer = await call("GET /changes", { query });
    rows.push(...answer.items);
    cursor = answer.nextCursor;
    if (cursor === undefined) break;
  }
  return rows;
};

type Month = { readonly rows: readonly Row[] | undefined; readonly problem: ApiProblem | undefined };

/** All changes that are planned in these weeks, each once; read anew when the weeks are others. */
export const useMonth = (weeks: readonly string[]): Month => {
  const asked = weeks.join(" ");
  const [month, setMonth] = useState<Month & { readonly of: string }>({
    of: "",
    rows: undefined,
    problem: undefined,
  });
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      try {
        const found = (await Promise.all(asked.split(" ").map(changesOf))).flat();
        const rows = [...new Map(found.map((row) => [row.id, row])).values()];
        if (isCurrent) setMonth({ of: asked, rows, problem: undefined });
      } catch (error) {
        if (isCurrent) setMonth({ of: asked, rows: undefined, problem: asProblem(error) });
      }
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [asked]);
  return month.of === asked ? month : { rows: undefined, problem: undefined };
};
