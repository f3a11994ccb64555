import type { MaintenanceWindow } from "../maintenance-window.ts";
import type { SettingsFields } from "../settings.ts";

/** Where a new incident for an alert may be: one of its own, or that of a storm. */
export type Place = { readonly kind: "own" } | { readonly kind: "storm"; readonly stormId: string };

/** What a decision about an alert is made with besides the record and the report. */
export type Circumstances = {
  readonly now: string;
  readonly settings: SettingsFields;
  /** The maintenance window that mutes it now, if one does. */
  readonly window: MaintenanceWindow | undefined;
  /** Absent until somebody has asked for one. */
  readonly place: Place | undefined;
};

export const minutes = 60_000;

export const later = (instant: string, byMinutes: number): string =>
  new Date(Date.parse(instant) + byMinutes * minutes).toISOString();
