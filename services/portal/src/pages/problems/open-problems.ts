import { joined } from "../../api/joined.ts";
import { type Pages, usePages } from "../../api/use-pages.ts";
import type { Row } from "./problem-columns.tsx";

/** The newest first, as the API lists the problems of a state. */
export const newestFirst = (one: Row, other: Row): number =>
  other.openedAt.localeCompare(one.openedAt) || other.id.localeCompare(one.id);

/** Problems that are not over yet, whatever is done about them. */
export const useOpenProblems = (isShown: boolean): Pages<Row> => {
  const asked = (state: Row["state"]) => (isShown ? { query: { state } } : undefined);
  const lists = [
    usePages("GET /problems", asked("new")),
    usePages("GET /problems", asked("assess")),
    usePages("GET /problems", asked("root_cause_analysis")),
    usePages("GET /problems", asked("fix_in_progress")),
  ];
  return joined(lists, newestFirst);
};
