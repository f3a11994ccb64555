import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import {
  ProblemCandidateAccepted,
  ProblemCandidateDismissed,
  ProblemCandidateGrew,
  ProblemCandidateProposed,
} from "../../problem/events-candidate.ts";
import type { IncidentContext } from "../table.ts";

/** Also what somebody accepted: it is a problem then, and proposed no more. */
const events = [
  ProblemCandidateProposed,
  ProblemCandidateGrew,
  ProblemCandidateDismissed,
  ProblemCandidateAccepted,
];

/** Keeps what problem management says about incidents that keep coming back. */
export const candidateChanged = events.map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "Keeps problem candidates, to be named where like incidents are reported.",
    event,
    handle: async ({ meta, data: { candidate } }, { candidates }: IncidentContext) => {
      const { id, state, likeness, incidentIds, lastOpenedAt } = candidate;
      await candidates.keep(meta, { id, state, likeness, incidents: incidentIds.length, lastOpenedAt });
    },
  }),
);
