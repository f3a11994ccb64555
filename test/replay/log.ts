import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";

/** One line of the desk's audit log: an incident as it was after one save. `?` in the file is undefined here. */
export type LogRow = Readonly<Record<string, string | undefined>> & {
  readonly number: string;
  readonly incident_state: string;
};

/** A save with the time it happened at (epoch ms; the log has whole minutes and no zone, read as UTC). */
export type LoggedStep = { readonly row: LogRow; readonly at: number; readonly line: number };

/** An incident of the log: its saves in the order of the file. */
export type LoggedIncident = { readonly number: string; readonly steps: readonly LoggedStep[] };

/** `29/2/2016 01:16` as epoch milliseconds; undefined for what is no time. */
export const timeOf = (text: string | undefined): number | undefined => {
  const [, day, month, year, hour, minute] =
    /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{2}):(\d{2})$/.exec(text ?? "") ?? [];
  if (minute === undefined) return undefined;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
  return new Date(time).getUTCDate() === Number(day) ? time : undefined;
};

const rowOf = (columns: Readonly<Record<string, string>>): LogRow =>
  Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [name, value === "?" ? undefined : value]),
  ) as LogRow;

/** Groups rows by incident. A save dated before the one above it counts as made at the same time as that one. */
export const incidentsOf = (rows: readonly LogRow[]): readonly LoggedIncident[] => {
  const incidents = new Map<string, LoggedStep[]>();
  rows.forEach((row, index) => {
    const steps = incidents.get(row.number) ?? [];
    const before = steps.at(-1)?.at ?? 0;
    // The header is line 1.
    steps.push({ row, at: Math.max(before, timeOf(row.sys_updated_at) ?? before), line: index + 2 });
    incidents.set(row.number, steps);
  });
  return [...incidents].map(([number, steps]) => ({ number, steps }));
};

/** Reads the log, or its first `limit` incidents. */
export const readLog = (file: string, limit = Number.POSITIVE_INFINITY): readonly LoggedIncident[] => {
  const text = file.endsWith(".gz") ? gunzipSync(readFileSync(file)) : readFileSync(file);
  const columns: Readonly<Record<string, string>>[] = parse(text, { columns: true, skip_empty_lines: true });
  return incidentsOf(columns.map(rowOf)).slice(0, limit);
};
