import { isSame } from "../../shared/domain/is-same.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { cancel, plan } from "./decisions/maintenance-window.ts";
import type { KnownChange } from "./known-change.ts";
import type { MaintenanceWindow, WindowFields } from "./maintenance-window.ts";
import type { MonitoringContext } from "./table.ts";

/**
 * When alerts are expected because of a change: in its planned window once it is approved, and from its start
 * on if that is earlier. After the planned end nothing is expected any more, also of a change that overruns.
 */
export const wanted = (change: KnownChange, now: string): WindowFields | undefined => {
  const { id, title, state, ciIds, serviceId, plannedStart, plannedEnd } = change;
  const from =
    state === "implement" && (plannedStart === undefined || plannedStart > now) ? now : plannedStart;
  const isComing = state === "scheduled" || state === "implement";
  if (!isComing || from === undefined || plannedEnd === undefined || plannedEnd <= now) return undefined;
  if (ciIds.length === 0 && serviceId === undefined) return undefined;
  return {
    all: false,
    // A change of CIs is expected to be heard on them; one of a service alone on all that is its.
    serviceIds: ciIds.length === 0 && serviceId !== undefined ? [serviceId] : [],
    ciIds,
    from: new Date(from).toISOString(),
    to: new Date(plannedEnd).toISOString(),
    reason: `${id}: ${title}`.slice(0, 2000),
  };
};

/** Whether a window is the wanted one; one that has begun need not begin anew. */
export const isWanted = (window: MaintenanceWindow, fields: WindowFields, now: string): boolean => {
  const hasBegun = window.from <= now && fields.from <= now;
  const same = [window.to, window.serviceIds, window.ciIds];
  return (
    window.state === "planned" &&
    (hasBegun || window.from === fields.from) &&
    isSame(same, [fields.to, fields.serviceIds, fields.ciIds])
  );
};

/** Makes the window of a change what the change says: planned, planned anew elsewhere, or none any more. */
export const settleWindow = async (
  change: KnownChange,
  { windows, now }: MonitoringContext,
): Promise<void> => {
  const fields = wanted(change, now());
  const holder = await windows.holder(change.id);
  const window = holder === undefined ? undefined : await windows.get(holder);
  if (window && fields && isWanted(window, fields, now())) return;
  if (window)
    await windows.update(window.id, undefined, (one) =>
      one.state === "planned"
        ? cancel(
            one,
            fields ? `${change.id} is planned otherwise` : `${change.id} is over, or not to be done`,
          )
        : [],
    );
  if (fields === undefined) return;
  await windows
    .create((windowId) => plan(windowId, fields, now(), change.id))
    .catch((error: unknown) => {
      // It has its window already.
      if (!(error instanceof Refusal && error.code === "already_exists")) throw error;
    });
};
