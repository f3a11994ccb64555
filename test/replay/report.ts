import type { Check, Explained } from "./checks/check.ts";
import type { Replayed } from "./replay-log.ts";
import type { CapacityLine } from "./system.ts";

/** What the run says about itself, for people and for machines. */
export type Report = {
  readonly incidents: number;
  readonly rows: number;
  readonly calls: number;
  readonly clockMoves: number;
  readonly seconds: number;
  readonly rowsPerSecond: number;
  readonly milliseconds: { readonly p50: number; readonly p95: number; readonly p99: number };
  /** Units per row by table and in all. */
  readonly unitsPerRow: readonly {
    readonly table: string;
    readonly reads: number;
    readonly writes: number;
  }[];
  readonly capacity: readonly CapacityLine[];
  readonly checks: readonly Check[];
  readonly passed: boolean;
};

const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

const percentile = (ascending: readonly number[], share: number): number =>
  round(ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? 0, 1);

const unitsPerRow = (lines: readonly CapacityLine[], rows: number): Report["unitsPerRow"] => {
  const tables = [...new Set(lines.map(({ table }) => table))].sort();
  const sum = (of: readonly CapacityLine[], kind: "reads" | "writes") =>
    round(of.reduce((total, line) => total + line[kind], 0) / rows);
  const lineOf = (table: string, of: readonly CapacityLine[]) => ({
    table,
    reads: sum(of, "reads"),
    writes: sum(of, "writes"),
  });
  return [
    ...tables.map((table) =>
      lineOf(
        table,
        lines.filter((line) => line.table === table),
      ),
    ),
    lineOf("all", lines),
  ];
};

export const reportOf = (
  { lives, rows, calls, seconds, times, clockMoves }: Replayed,
  capacity: readonly CapacityLine[],
  checks: readonly Check[],
): Report => ({
  incidents: lives.length,
  rows,
  calls,
  clockMoves,
  seconds: round(seconds, 1),
  rowsPerSecond: round(rows / seconds, 1),
  milliseconds: { p50: percentile(times, 0.5), p95: percentile(times, 0.95), p99: percentile(times, 0.99) },
  unitsPerRow: unitsPerRow(capacity, rows),
  capacity,
  checks,
  passed: checks.every(({ passed }) => passed),
});

const shownFailures = 20;

const explanation = ({ why, count, examples }: Explained): readonly string[] => [
  `     ${count} x ${why}`,
  ...examples.map((example) => `         ${example}`),
  ...(examples.length < count ? ["         ..."] : []),
];

/** A check as people read it; `index` counts from 0. */
export const checkText = (
  { title, passed, numbers, explained, failures }: Check,
  index: number,
): readonly string[] => [
  `${passed ? "ok  " : "FAIL"} ${index + 1}. ${title}`,
  `     ${Object.entries(numbers)
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ")}`,
  ...explained.flatMap(explanation),
  ...failures.slice(0, shownFailures).map((failure) => `     wrong: ${failure}`),
  ...(failures.length > shownFailures ? [`     ... ${failures.length - shownFailures} more`] : []),
];

/** The report as people read it. */
export const reportText = (report: Report): string => {
  const { incidents, rows, calls, clockMoves, seconds, rowsPerSecond, milliseconds: ms } = report;
  return [
    "",
    `${incidents} incidents, ${rows} rows, ${calls} calls, ${clockMoves} moves of the clock in ${seconds} s`,
    `${rowsPerSecond} rows/s; a call takes ${ms.p50} ms (p50), ${ms.p95} ms (p95), ${ms.p99} ms (p99)`,
    "capacity units per row, everything that follows from it included:",
    ...report.unitsPerRow.map(({ table, reads, writes }) => `  ${table}: ${reads} read, ${writes} write`),
    "",
    ...report.checks.flatMap(checkText),
    "",
    report.passed ? "All required results hold." : "A required result does not hold.",
  ].join("\n");
};
