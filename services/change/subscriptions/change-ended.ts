import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import type { ChangeContext } from "../context.ts";
import { ChangeClosed, ChangeImplemented, ChangeLinked, ChangeReviewed } from "../events.ts";
import { keepEnd } from "../keep-end.ts";

/** How it ended is known when the work is over; its review and what it turns out to have caused correct it. */
export const changeEnded = [ChangeImplemented, ChangeReviewed, ChangeClosed, ChangeLinked].map((event) =>
  subscription({
    id: `ended-${event.type.slice("Change".length).toLowerCase()}`,
    summary: "How a change ended is kept for the numbers, and for the chances of changes like it.",
    event: event as EventType<unknown>,
    handle: ({ meta }, context: ChangeContext) => keepEnd(meta.subject, context),
  }),
);
