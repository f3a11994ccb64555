import { type Assessment, assessmentId } from "./assessment.ts";
import { assess as decide, type Subject } from "./decisions/assessment.ts";
import type { ImpactSummary } from "./events-impact.ts";
import { walkAsked } from "./impact/answer.ts";
import { limits } from "./impact/ask.ts";
import { summaryOf, tellAll } from "./impact/summary.ts";
import type { ConfigurationContext } from "./table.ts";

/** Well within the time of a function: an assessment that would take longer says what it left out. */
const patienceMs = 12_000;

/** What depends on these CIs now, as everybody may hear it. */
export const summarize = async (
  ciIds: readonly string[],
  marks: Assessment["marks"],
  context: Pick<ConfigurationContext, "bundles" | "allCis" | "now">,
): Promise<ImpactSummary> => {
  const notImpacted = marks.map(({ ciId }) => ciId);
  const ask = {
    ciIds: [...ciIds],
    direction: "downstream" as const,
    depth: limits.depth,
    most: limits.usual,
    notImpacted,
  };
  const walked = await walkAsked(ask, context, performance.now() + patienceMs);
  const summary = summaryOf(walked, ciIds, { tell: tellAll, assessedAt: context.now() });
  return notImpacted.length === 0 ? summary : { ...summary, notImpactedCiIds: notImpacted };
};

/** Works out the impact for a record and keeps it, and by that tells whoever waits for it. */
const assessFor = async (
  subject: Subject,
  ciIds: readonly string[],
  context: ConfigurationContext,
): Promise<void> => {
  const id = assessmentId(subject.id);
  const { marks } = await context.assessments.get(id);
  const result = await summarize(ciIds, marks, context);
  await context.assessments.update(id, undefined, (before) => decide(before, subject, result));
};

/**
 * The same where the CIs are others than were assessed, or somebody asks anew (`isAsked`). A repeated event may
 * come because the first try failed before it had assessed; nobody else would, so every repeat looks.
 */
export const assessIfOutdated = async (
  asked: Subject,
  ciIds: readonly string[],
  context: ConfigurationContext,
  isAsked = false,
): Promise<void> => {
  const { subject, result } = await context.assessments.get(assessmentId(asked.id));
  const isOutdated = result.ciIds.join() !== ciIds.join();
  if (!isOutdated && !(isAsked && subject.sequence < asked.sequence)) return;
  await assessFor({ ...asked, sequence: Math.max(asked.sequence, subject.sequence) }, ciIds, context);
};
