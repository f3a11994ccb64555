import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import {
  ChangeAssessed,
  ChangeAuthorized,
  ChangeCancelled,
  ChangeClosed,
  ChangeImplementationStarted,
  ChangeImplemented,
  ChangeOpened,
  ChangeRejected,
  ChangeReviewed,
  ChangeRevised,
  ChangeScheduled,
  type ChangeSnapshot,
  ChangeSubmitted,
  ChangeUpdated,
} from "../../change/events.ts";
import { ChangeImpactRequested } from "../../change/events-impact.ts";
import { assessIfOutdated } from "../assess.ts";
import { knownChange } from "../known-change.ts";
import type { ConfigurationContext } from "../table.ts";

/** Every event after which a change may name other CIs, or be at another point of its life. */
const events = [
  ChangeOpened,
  ChangeUpdated,
  ChangeSubmitted,
  ChangeAssessed,
  ChangeAuthorized,
  ChangeScheduled,
  ChangeRevised,
  ChangeRejected,
  ChangeImplementationStarted,
  ChangeImplemented,
  ChangeReviewed,
  ChangeClosed,
  ChangeCancelled,
  ChangeImpactRequested,
];

export const changeChanged = events.map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "Keeps which changes a CI has, and answers the CIs that one names with their impact.",
    event: event as unknown as EventType<{ change: ChangeSnapshot }>,
    handle: async ({ meta, data }, context: ConfigurationContext) => {
      const told = knownChange(data.change);
      const { news, before } = await context.changes.keep(meta, told);
      const isAsked = event === (ChangeImpactRequested as unknown as typeof event);
      if (!isAsked && news === "new" && (before?.ciIds ?? []).join() === told.ciIds.join()) return;
      const { ciIds } = news === "old" && before ? before : told;
      const subject = {
        kind: "change",
        id: meta.subject,
        sequence: meta.sequence,
        restricted: false,
      } as const;
      await assessIfOutdated(subject, ciIds, context, isAsked);
    },
  }),
);
