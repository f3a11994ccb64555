import type { Days, Sum } from "../../shared/dynamo/measure-reads.ts";
import type { Breakdown } from "./breakdown.ts";
import { type Per, periodOf, periodsIn } from "./periods.ts";
import { type Amounts, kindsOf, type Report } from "./report.ts";
import type { ReportingContext } from "./table.ts";

/** What is asked of a report. */
export type Asked = {
  readonly days: Days;
  readonly per: Per;
  readonly groupBy: string | undefined;
  readonly breakdown: Breakdown;
};

/** A row before its numbers are worked out: whose, and of which days. */
type Row = {
  readonly group: string | undefined;
  readonly days: Days;
  readonly amounts: Amounts;
  readonly backlog: number;
};

const added = (sums: readonly Sum[]): Record<string, number> => {
  const total: Record<string, number> = {};
  for (const { amounts } of sums)
    for (const [name, amount] of Object.entries(amounts)) total[name] = (total[name] ?? 0) + amount;
  return total;
};

const groupedBy = <T>(all: readonly T[], key: (each: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const group = groups.get(key(each));
    if (group) group.push(each);
    else groups.set(key(each), [each]);
  }
  return groups;
};

/** The group of what is not grouped; no value is called so, because values are not empty. */
const ungrouped = "";

const groupOf =
  ({ level }: Report, groupBy: string | undefined) =>
  (sum: Sum) => {
    if (groupBy === undefined) return ungrouped;
    return groupBy === level?.name ? sum.level : sum.value;
  };

/** What is open now, less what came after a day, and what went after it. */
const backlogAt = ({ stock }: Report, open: Amounts, flows: readonly Sum[], day: string): number => {
  if (stock === undefined) return 0;
  const since = added(flows.filter((sum) => sum.day > day));
  const gone = stock.less.reduce((total, figure) => total + (since[figure] ?? 0), 0);
  return (open[stock.figure] ?? 0) - (since[stock.more] ?? 0) + gone;
};

/** Rows of a report by group and period, oldest first; periods of a group without anything are left out. */
export const rowsOf = (
  report: Report,
  { days, per, groupBy }: Omit<Asked, "breakdown">,
  flows: readonly Sum[],
  stock: readonly Sum[],
): readonly Row[] => {
  const group = groupOf(report, groupBy);
  const [flowsBy, stockBy] = [groupedBy(flows, group), groupedBy(stock, group)];
  const periods = periodsIn(days, per);
  const names =
    groupBy === undefined ? [ungrouped] : [...new Set([...flowsBy.keys(), ...stockBy.keys()])].toSorted();
  return periods.flatMap((period) =>
    names.flatMap((name) => {
      const own = flowsBy.get(name) ?? [];
      const inPeriod = own.filter(
        ({ day }) => day <= days.to && day >= days.from && periodOf(day, per, days) === period.from,
      );
      const backlog = backlogAt(report, added(stockBy.get(name) ?? []), own, period.to);
      const amounts = added(inPeriod);
      // What moved to another group leaves cells behind that add up to nothing.
      const isEmpty = backlog === 0 && Object.values(amounts).every((amount) => amount === 0);
      if (groupBy !== undefined && isEmpty) return [];
      return [{ group: name === ungrouped ? undefined : name, days: period, amounts, backlog }];
    }),
  );
};

/** Reads what a report is asked: of as many days as it is about, and until today for what was left over. */
export const readReport = async (
  report: Report,
  asked: Asked,
  { reads, now }: ReportingContext,
): Promise<readonly Row[]> => {
  const { days, breakdown } = asked;
  const today = now().slice(0, 10);
  const span = report.stock && today > days.to ? { from: days.from, to: today } : days;
  const all = await Promise.all(
    kindsOf(report).map(async (kind) => {
      const [flows, stock] = await Promise.all([
        reads(kind).flows(breakdown, span),
        report.stock ? reads(kind).stock(breakdown) : [],
      ]);
      return { flows, stock };
    }),
  );
  const isWanted = ({ level }: Sum): boolean => breakdown.levels?.includes(level) ?? true;
  const flows = all.flatMap((each) => each.flows).filter(isWanted);
  const stock = all.flatMap((each) => each.stock).filter(isWanted);
  return rowsOf(report, asked, flows, stock);
};
