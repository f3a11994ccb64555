import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import {
  ProblemAnalysed,
  ProblemAssessed,
  ProblemClosed,
  ProblemFixStarted,
  ProblemInvestigated,
  ProblemOpened,
  ProblemReanalysed,
  ProblemResolved,
  ProblemUpdated,
  ProblemWorkaroundChanged,
} from "../../problem/events.ts";
import type { ProblemSnapshot } from "../../problem/events-snapshot.ts";
import { knownProblem } from "../known-problem.ts";
import type { ConfigurationContext } from "../table.ts";

/** Every event after which a CI has another open problem, or one less, or one that reads otherwise. */
const events = [
  ProblemOpened,
  ProblemUpdated,
  ProblemAssessed,
  ProblemAnalysed,
  ProblemInvestigated,
  ProblemFixStarted,
  ProblemReanalysed,
  ProblemWorkaroundChanged,
  ProblemResolved,
  ProblemClosed,
];

export const problemChanged = events.map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "Keeps which open problems a CI has, for its page.",
    event: event as unknown as EventType<{ problem: ProblemSnapshot }>,
    handle: async ({ meta, data }, { problems }: ConfigurationContext) => {
      await problems.keep(meta, knownProblem(data.problem));
    },
  }),
);
