import type { Alert } from "../../services/monitoring/alert.ts";
import type { MaintenanceWindow } from "../../services/monitoring/maintenance-window.ts";
import type { Storm } from "../../services/monitoring/storm.ts";
import type { Facts, Kept } from "./facts.ts";

/** Two rounds of a schedule that runs every minute: after that, what is due is overdue. */
export const graceMs = 3 * 60_000;
/** Indexes may lag by 3 s, what a container knows of windows and settings by 5, and the clock jumps back by a minute. */
export const unsureMs = 90_000;

/** A record and all that is kept of it. */
export type Known<R> = { readonly one: Kept; readonly now: R };

const known =
  <R>(pattern: RegExp) =>
  ({ kept }: Pick<Facts, "kept">): readonly Known<R>[] =>
    kept
      .filter(({ id, item }) => pattern.test(id) && item !== undefined)
      .map((one) => ({
        one,
        now: { ...(one.item?.record as object), ...(one.item?.long as object) } as R,
      }));

export const alertsIn = known<Alert>(/^ALT\d{24}$/);
export const stormsIn = known<Storm>(/^STM\d+$/);
export const windowsIn = known<MaintenanceWindow>(/^MNT\d+$/);
