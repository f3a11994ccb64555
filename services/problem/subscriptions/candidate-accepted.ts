import { subscription } from "../../../shared/events/subscription.ts";
import { carryOut } from "../accept-candidate.ts";
import { ProblemCandidateAccepted } from "../events-candidate.ts";
import type { ProblemContext } from "../table.ts";

export const candidateAccepted = subscription({
  id: "candidate-accepted",
  summary: "The incidents of an accepted candidate get their problem, also when its request broke off.",
  event: ProblemCandidateAccepted,
  handle: async ({ meta, data: { candidate, acceptance } }, context: ProblemContext) => {
    const { likeness } = await context.candidates.get(meta.subject);
    await carryOut({ id: meta.subject, problemId: candidate.problemId, likeness }, acceptance, context);
  },
});
