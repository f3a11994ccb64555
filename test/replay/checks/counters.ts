import type { LoggedIncident } from "../log.ts";
import type { Evidence } from "../observe.ts";
import { type Check, check, explain } from "./check.ts";

type Rise = { readonly by: number; readonly line: string; readonly rowsAreMissing: boolean };

/** Where the desk's count of reassignments rises by more than the change of team that the row shows. */
const invisibleRises = ({ number, steps }: LoggedIncident): readonly Rise[] =>
  steps.flatMap(({ row, line }, index) => {
    const before = steps[index - 1]?.row;
    if (before === undefined) return [];
    const shown = before.assignment_group === row.assignment_group ? 0 : 1;
    const by = Number(row.reassignment_count) - Number(before.reassignment_count) - shown;
    const rowsAreMissing = Number(row.sys_mod_count) - Number(before.sys_mod_count) > 1;
    return by > 0
      ? [
          {
            by,
            line: `${number} line ${line}: +${by} in ${row.assignment_group ?? "no group"}`,
            rowsAreMissing,
          },
        ]
      : [];
  });

const sum = (rises: readonly Rise[]): number => rises.reduce((total, { by }) => total + by, 0);

/** 3. Reassignment and reopen counts end as logged. */
export const counters = ({ replayed: { lives }, final }: Evidence): Check => {
  const failures: string[] = [];
  const rises: Rise[] = [];
  let reassigned = 0;
  let reopened = 0;
  for (const { logged, record } of lives) {
    const row = logged.steps.at(-1)?.row;
    const found = final.get(record?.id ?? "");
    const invisible = invisibleRises(logged);
    rises.push(...invisible);
    const [wanted, got] = [Number(row?.reassignment_count), found?.reassignmentCount ?? Number.NaN];
    if (wanted === got) reassigned += 1;
    if (wanted - sum(invisible) !== got)
      failures.push(
        `${logged.number}: reassigned ${got} times, logged ${wanted}, of which ${sum(invisible)} unseen`,
      );
    if (Number(row?.reopen_count) === found?.reopenCount) reopened += 1;
    else failures.push(`${logged.number}: reopened ${found?.reopenCount} times, logged ${row?.reopen_count}`);
  }
  const lines = (missing: boolean) =>
    rises.filter((r) => r.rowsAreMissing === missing).map(({ line }) => line);
  return check(
    "reassignment and reopen counts end as logged",
    { incidents: lives.length, "reassignments equal": reassigned, "reopenings equal": reopened },
    failures,
    [
      explain(
        "the log leaves out saves here (sys_mod_count jumps), and the count rises while the rows on both sides show one group",
        lines(true),
      ),
      explain("the desk's count rises in one save that shows the same group before and after", lines(false)),
    ],
  );
};
