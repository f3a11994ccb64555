import type { EventMeta, EventType } from "../../../shared/events/event-type.ts";
import { type Subscription, subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import type { ReportingContext } from "../table.ts";

/** Events that carry a snapshot of a record under a field of their data. */
const carries = (event: EventType, field: string): boolean =>
  (event.data as { readonly shape?: Readonly<Record<string, unknown>> }).shape?.[field] !== undefined;

/**
 * A subscription for every event of a service that tells of a record as it is after it. All of them: also a note
 * or a task may come with another target, and what comes last counts.
 */
export const eventsAbout = <F extends string, S>(
  field: F,
  events: readonly EventType[],
  take: (told: { type: string; meta: EventMeta; snapshot: S }, context: ReportingContext) => Promise<void>,
): readonly Subscription<ReportingContext>[] =>
  events
    .filter((event) => carries(event, field))
    .map((event) =>
      subscription({
        id: subscriptionId(event),
        summary: `Counts what it is about where that counts now.`,
        event: event as EventType<Readonly<Record<F, S>>>,
        handle: ({ meta, data }, context: ReportingContext) =>
          take({ type: event.type, meta, snapshot: data[field] }, context),
      }),
    );
