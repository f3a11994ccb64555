import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import {
  ProblemClosed,
  ProblemFixCommunicated,
  ProblemReanalysed,
  ProblemResolved,
  ProblemWorkaroundCommunicated,
} from "../../problem/events.ts";
import type { ProblemSnapshot } from "../../problem/events-snapshot.ts";
import { tellIncidents } from "../follow-problem.ts";
import { knownProblem } from "../known-problem.ts";
import type { IncidentContext } from "../table.ts";

const events = [
  ProblemWorkaroundCommunicated,
  ProblemFixCommunicated,
  ProblemResolved,
  ProblemClosed,
  ProblemReanalysed,
];

/** After every event of a problem that its incidents are to hear of. */
export const problemChanged = events.map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "Incidents of a problem tell their callers or agents, move to another problem, or are resolved.",
    event: event as unknown as EventType<{ problem: ProblemSnapshot }>,
    handle: async ({ meta, data: { problem } }, context: IncidentContext) => {
      const { news } = await context.problems.keep(meta, knownProblem(problem));
      // After a repeat it is unknown how far the first try came; what a later event says was told by that one.
      if (news !== "old") await tellIncidents(problem.id, context);
    },
  }),
);
