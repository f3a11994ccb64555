import { type Assessment, assessmentId } from "./assessment.ts";
import { assess as decide, type Subject } from "./decisions/assessment.ts";
import type { ImpactSummary } from "./events-impact.ts";
import { walkAsked } from "./impact/answer.ts";
import { limits } from "./impact/ask.ts";
import { summaryOf, tellAll } from "./impact/summary.ts";
import type { ConfigurationContext } from "./table.ts";

type Visibility = Pick<Assessment, "restricted" | "teamId">;

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

/** Whom the two are kept from is not the same: of what is open to all, the team does not matter. */
const isKeptFromOthers = (one: Visibility, other: Visibility): boolean =>
  one.restricted !== other.restricted || (one.restricted && one.teamId !== other.teamId);

/**
 * The same where the CIs are others than were assessed, or somebody asks anew (`isAsked`); where only those who may
 * know are others, what was worked out stands. A repeated event may
 * come because the first try failed before it had assessed; nobody else would, so every repeat looks.
 */
export const assessIfOutdated = async (
  asked: Subject,
  ciIds: readonly string[],
  context: ConfigurationContext,
  isAsked = false,
): Promise<void> => {
  const assessment = await context.assessments.get(assessmentId(asked.id));
  const { id, subject, result } = assessment;
  const latest = { ...asked, sequence: Math.max(asked.sequence, subject.sequence) };
  const isOutdated = result.ciIds.join() !== ciIds.join();
  if (isOutdated || (isAsked && subject.sequence < asked.sequence)) return assessFor(latest, ciIds, context);
  if (!isKeptFromOthers(assessment, asked)) return;
  await context.assessments.update(id, undefined, (before) =>
    isKeptFromOthers(before, asked) ? decide(before, latest, before.result) : [],
  );
};
