import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import { KnownErrorChanged, KnownErrorPublished, KnownErrorWithdrawn } from "../../problem/events.ts";
import type { ProblemSnapshot } from "../../problem/events-snapshot.ts";
import { knownError } from "../known-error.ts";
import type { IncidentContext } from "../table.ts";

/** Each says what is published after it, so the last one counts, in whatever order they come. */
export const knownErrorChanged = [KnownErrorPublished, KnownErrorChanged, KnownErrorWithdrawn].map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "Keeps known errors as they were last published, to be named where somebody reports the like.",
    event: event as EventType<unknown> as EventType<{ problem: ProblemSnapshot }>,
    handle: async ({ meta, data: { problem } }, { knownErrors }: IncidentContext) => {
      await knownErrors.keep(meta, knownError(problem.knownError));
    },
  }),
);
