import { Refusal } from "../../../shared/domain/refusal.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { ChangeImplementationStarted, ChangeImplemented, type ChangeSnapshot } from "../../change/events.ts";
import { cancel, plan } from "../decisions/maintenance-window.ts";
import { type KnownChange, knownChange } from "../known-change.ts";
import type { MonitoringContext } from "../table.ts";

/** What alerts while a change is being done is expected: it is kept, and opens no incident. */
const mute = async (change: KnownChange, { windows, now }: MonitoringContext): Promise<void> => {
  const { id, title, ciIds, serviceId, plannedEnd } = change;
  if (plannedEnd === undefined || plannedEnd <= now() || (ciIds.length === 0 && serviceId === undefined))
    return;
  const fields = {
    all: false,
    // A change of CIs is expected to be heard on them; one of a service alone on all that is its.
    serviceIds: ciIds.length === 0 && serviceId !== undefined ? [serviceId] : [],
    ciIds,
    from: now(),
    to: plannedEnd,
    reason: `${id} is being done: ${title}`.slice(0, 2000),
  };
  await windows
    .create((windowId) => plan(windowId, fields, now(), id))
    .catch((error: unknown) => {
      // It has its window already.
      if (!(error instanceof Refusal && error.code === "already_exists")) throw error;
    });
};

/** The work is over: what fires from now on, or still does, somebody is told of. */
const unmute = async (change: KnownChange, { windows }: MonitoringContext): Promise<void> => {
  const holder = await windows.holder(change.id);
  if (holder === undefined) return;
  await windows.update(holder, undefined, (window) =>
    window.state === "planned" ? cancel(window, `${change.id} is over`) : [],
  );
};

export const changeDone = [ChangeImplementationStarted, ChangeImplemented].map((event) =>
  subscription({
    id: event === ChangeImplemented ? "change-implemented" : "change-implementation-started",
    summary: "While a change is being done, alerts on its CIs are expected.",
    event: event as EventType<{ change: ChangeSnapshot }>,
    handle: async ({ meta, data }, context: MonitoringContext) => {
      const told = knownChange(data.change);
      const { news, before } = await context.changes.keep(meta, told);
      const current = news === "old" && before ? before : told;
      await (current.state === "implement" ? mute(current, context) : unmute(current, context));
    },
  }),
);
