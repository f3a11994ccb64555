import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import {
  ChangeCancelled,
  ChangeImplementationStarted,
  ChangeImplemented,
  ChangeRejected,
  ChangeRevised,
  ChangeScheduled,
  type ChangeSnapshot,
  ChangeUpdated,
} from "../../change/events.ts";
import { settleWindow } from "../change-window.ts";
import { knownChange } from "../known-change.ts";
import type { MonitoringContext } from "../table.ts";

/** Whatever may approve a change, move it, begin or end it. */
const events = [
  ChangeScheduled,
  ChangeUpdated,
  ChangeRevised,
  ChangeRejected,
  ChangeImplementationStarted,
  ChangeImplemented,
  ChangeCancelled,
] as unknown as readonly EventType<{ change: ChangeSnapshot }>[];

/** Corrections before it is approved move nothing; there are many of them. */
const approved = { change: { state: ["scheduled", "implement"] } };

export const changeMoved = events.map((event) =>
  subscription({
    id: subscriptionId(event),
    summary:
      "In the window of an approved change, and while it is being done, alerts on its CIs are expected.",
    event,
    ...(event.type === ChangeUpdated.type ? { where: approved } : {}),
    handle: async ({ meta, data }, context: MonitoringContext) => {
      const told = knownChange(data.change);
      const { news, before } = await context.changes.keep(meta, told);
      await settleWindow(news === "old" && before ? before : told, context);
    },
  }),
);
