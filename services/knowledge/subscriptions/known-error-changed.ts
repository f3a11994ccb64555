import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import { KnownErrorChanged, KnownErrorPublished, KnownErrorWithdrawn } from "../../problem/events.ts";
import type { ProblemSnapshot } from "../../problem/events-snapshot.ts";
import { proposeKnownError } from "../propose-known-error.ts";
import type { KnowledgeContext } from "../table.ts";

export const knownErrorChanged = [KnownErrorPublished, KnownErrorChanged, KnownErrorWithdrawn].map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "Known errors are found as they were last published; a new one makes a draft of an article.",
    event: event as EventType<unknown> as EventType<{ problem: ProblemSnapshot }>,
    handle: async ({ meta, data: { problem } }, context: KnowledgeContext) => {
      const published = problem.knownError;
      await context.knownErrors.keep(meta, { published, heardAt: context.now() });
      if (published) await proposeKnownError(published, problem.assigneeId ?? meta.actor.id, context);
    },
  }),
);
