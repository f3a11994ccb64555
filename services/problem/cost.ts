import * as z from "zod";
import type { KnownIncident } from "./incident-projection.ts";

/** What incidents cost: what is worth more than the fix, or less. */
export const Cost = z.object({
  incidents: z.number().int(),
  open: z.number().int().describe("Of them still unsolved"),
  minutesLost: z.number().int().describe("From opening to resolution, or until now, of all together"),
  people: z.number().int().describe("Callers, each once"),
  breaches: z.number().int().describe("Service levels of theirs that were breached"),
});
export type Cost = z.infer<typeof Cost>;

type Counted = Pick<KnownIncident, "state" | "openedAt" | "resolvedAt" | "callerId" | "breaches">;

const minute = 60_000;
const isOpen = ({ state }: Counted): boolean => ["new", "in_progress", "on_hold"].includes(state);

const minutesOf = (incident: Counted, now: string): number => {
  const end = isOpen(incident) ? now : (incident.resolvedAt ?? incident.openedAt);
  return Math.max(0, Math.round((Date.parse(end) - Date.parse(incident.openedAt)) / minute));
};

/** What these incidents cost up to now (ISO 8601). One that was cancelled was none, and costs nothing. */
export const costOf = (incidents: readonly Counted[], now: string): Cost => {
  const real = incidents.filter(({ state }) => state !== "cancelled");
  return {
    incidents: real.length,
    open: real.filter(isOpen).length,
    minutesLost: real.reduce((sum, incident) => sum + minutesOf(incident, now), 0),
    people: new Set(real.map(({ callerId }) => callerId)).size,
    breaches: real.reduce((sum, { breaches = 0 }) => sum + breaches, 0),
  };
};

export const Period = z.enum(["day", "week", "month"]);
type Period = z.infer<typeof Period>;

const day = 24 * 60 * minute;

/** The first day (UTC) of the period an instant lies in; weeks begin on Monday (ISO 8601). */
export const periodOf = (at: string, by: Period): string => {
  if (by === "month") return `${at.slice(0, 7)}-01`;
  const midnight = Date.parse(at.slice(0, 10));
  const sinceMonday = by === "week" ? (new Date(midnight).getUTCDay() + 6) % 7 : 0;
  return new Date(midnight - sinceMonday * day).toISOString().slice(0, 10);
};

export const TrendEntry = Cost.extend({ from: z.iso.date().describe("First day of the period, UTC") });

/** Cost by the period in which incidents were opened, oldest first; periods without any are left out. */
export const trendOf = (incidents: readonly Counted[], by: Period, now: string) => {
  const periods = new Map<string, Counted[]>();
  for (const incident of incidents) {
    const from = periodOf(incident.openedAt, by);
    periods.set(from, [...(periods.get(from) ?? []), incident]);
  }
  return [...periods]
    .map(([from, own]) => ({ from, ...costOf(own, now) }))
    .filter((entry) => entry.incidents > 0)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
};
