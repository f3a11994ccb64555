import type { Unmade } from "../life.ts";
import type { LoggedIncident } from "../log.ts";
import { timeOf } from "../log.ts";
import type { Evidence } from "../observe.ts";
import { type Check, check, explain } from "./check.ts";

const lineOf = ({ number, line, reason }: Unmade): string => `${number} line ${line}: ${reason}`;

const timesGoBack = ({ number, steps }: LoggedIncident): readonly string[] =>
  steps.flatMap(({ row, line }, index) => {
    const [own, before] = [timeOf(row.sys_updated_at), timeOf(steps[index - 1]?.row.sys_updated_at)];
    return own !== undefined && before !== undefined && own < before
      ? [`${number} line ${line}: ${row.sys_updated_at}`]
      : [];
  });

const countsGoBack = ({ number, steps }: LoggedIncident): readonly string[] =>
  steps.flatMap(({ row, line }, index) =>
    Number(row.sys_mod_count) <= Number(steps[index - 1]?.row.sys_mod_count ?? -1)
      ? [`${number} line ${line}: sys_mod_count ${row.sys_mod_count}`]
      : [],
  );

/** 1. No step is refused except bad data. */
export const refusals = ({ replayed: { lives, rows, calls } }: Evidence): Check => {
  const refused = lives.flatMap((life) => life.refused);
  const badData = lives.flatMap((life) => life.badData);
  const remarked = lives.flatMap(({ logged, made }) =>
    made.flatMap(({ line, remark }) => (remark === undefined ? [] : [`${logged.number} line ${line}`])),
  );
  const missing = lives.filter(
    ({ logged, made, ...life }) =>
      made.length + life.refused.length + life.badData.length !== logged.steps.length,
  );
  const logged = lives.map((life) => life.logged);
  return check(
    "no step of the log is refused except bad data",
    { rows, calls, refused: refused.length, "bad data": badData.length },
    [
      ...refused.map(lineOf),
      ...missing.map((life) => `${life.logged.number}: rows neither made nor refused`),
    ],
    [
      explain("bad data, not replayed", badData.map(lineOf), badData.length),
      explain(
        "kept as a note: the row hands on an incident that the five-day rule had closed",
        remarked,
        remarked.length,
      ),
      explain(
        "odd but accepted: dated before the row above, replayed in the file's order",
        logged.flatMap(timesGoBack),
      ),
      explain("odd but accepted: sys_mod_count goes back", logged.flatMap(countsGoBack)),
    ],
  );
};
