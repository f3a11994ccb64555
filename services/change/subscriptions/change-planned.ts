import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import type { ChangeContext } from "../context.ts";
import { detectAround } from "../detect-conflicts.ts";
import {
  ChangeCancelled,
  ChangeExceptionGranted,
  ChangeImplemented,
  ChangeOpened,
  ChangeOverran,
  ChangeRevised,
  ChangeScheduled,
  ChangeUpdated,
} from "../events.ts";
import { ChangeTaskAdded, ChangeTaskChanged, ChangeTaskEnded } from "../events-tasks.ts";

/** Every event after which a change may be planned otherwise, or is not planned any more. */
const events = [
  ChangeOpened,
  ChangeUpdated,
  ChangeRevised,
  ChangeScheduled,
  ChangeCancelled,
  ChangeImplemented,
  ChangeTaskAdded,
  ChangeTaskChanged,
  ChangeTaskEnded,
  ChangeExceptionGranted,
  ChangeOverran,
];

export const changePlanned = events.map((event) =>
  subscription({
    id: `planned-${subscriptionId(event)}`,
    summary: "What is planned is filed by what it is at, and what it collides with is looked for.",
    event: event as EventType<unknown>,
    handle: ({ meta }, context: ChangeContext) => detectAround(meta.subject, context),
  }),
);
