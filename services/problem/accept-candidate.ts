import * as z from "zod";
import { serviceActor } from "../../shared/access/actor.ts";
import { Level } from "../../shared/domain/priority.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { ShortText } from "../../shared/domain/texts.ts";
import type { Candidate, Likeness } from "./candidate.ts";
import { openProblem } from "./decisions/open.ts";
import { linkIncidents } from "./decisions/relate.ts";
import type { Acceptance } from "./events-candidate.ts";
import { IncidentId, isOpen, ProblemId, TeamId } from "./problem.ts";
import type { ProblemContext } from "./table.ts";

/** What somebody says when they accept a candidate. */
export const AcceptCandidate = z.strictObject({
  problemId: ProblemId.optional().describe(
    "A problem that is there; the candidate's own while that is open, or else a new one without",
  ),
  title: ShortText.optional().describe("Of a new problem; what the incidents have in common unless given"),
  impact: Level.optional(),
  urgency: Level.optional(),
  teamId: TeamId.optional(),
  incidentIds: z.array(IncidentId).min(1).max(100).optional().describe("Only these of its incidents"),
});
export type AcceptCandidate = z.infer<typeof AcceptCandidate>;

const words = (likeness: Likeness): string => {
  switch (likeness.kind) {
    case "ci":
      return likeness.ciId;
    case "service":
      return likeness.serviceId;
    case "category":
      return [likeness.category, likeness.subcategory].filter(Boolean).join(" / ");
    case "service_category":
      return `${likeness.serviceId}, ${likeness.category}`;
    case "text":
      return likeness.words.join(" ");
  }
};

/** What the new problem is about, as far as the likeness says it. */
const fieldsOf = (likeness: Likeness) => {
  if (likeness.kind === "ci") return { ciIds: [likeness.ciId] };
  if (likeness.kind === "service") return { ciIds: [], serviceId: likeness.serviceId };
  if (likeness.kind === "text") return { ciIds: [] };
  const { kind: _kind, ...same } = likeness;
  return { ciIds: [], ...same };
};

const longestTitle = 200;

const invalid = (path: string, message: string) =>
  new Refusal("invalid_input", undefined, [{ path, message }]);

/** Whether a problem gets more incidents: it is open, or people live with it. */
export const takesIncidents = async (id: string, { problems }: ProblemContext): Promise<boolean> => {
  try {
    const problem = await problems.get(id);
    return isOpen(problem) || problem.resolutionCode === "risk_accepted";
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};

/** The problem that gets the incidents: the one that was named, the candidate's own, or the number of a new one. */
export const problemFor = async (
  { problemId: own }: Candidate,
  { problemId: named }: AcceptCandidate,
  context: ProblemContext,
): Promise<{ readonly problemId: string; readonly isNew: boolean }> => {
  if (named !== undefined && !(await takesIncidents(named, context)))
    throw invalid("body.problemId", "No such problem, or it is over");
  const known = named ?? own;
  if (known !== undefined && (await takesIncidents(known, context)))
    return { problemId: known, isNew: false };
  return { problemId: await context.newProblemId(), isNew: true };
};

/** The incidents somebody chose from a candidate's. */
export const chosenOf = (candidate: Candidate, { incidentIds }: AcceptCandidate): string[] => {
  const chosen = candidate.incidentIds.filter((id) => incidentIds?.includes(id) ?? true);
  if (chosen.length === 0) throw invalid("body.incidentIds", "None of its incidents");
  return chosen;
};

/** Ties incidents to a problem, or to the one that it is a duplicate of. */
export const join = async (
  id: string,
  incidentIds: string[],
  on: Parameters<typeof linkIncidents.decide>[2],
  context: ProblemContext,
): Promise<void> => {
  const { duplicateOf } = await context.problems.get(id);
  if (duplicateOf !== undefined) return join(duplicateOf, incidentIds, on, context);
  await context.problems.update(id, undefined, (problem) =>
    problem.duplicateOf === undefined ? linkIncidents.decide(problem, { incidentIds }, on) : [],
  );
};

/**
 * Gives the incidents of an accepted candidate to its problem. Done by the request that accepts it, so that the
 * problem is there at once, and by the event, should the request not come so far; whoever is later changes nothing.
 */
export const carryOut = async (
  { id, problemId, likeness }: Pick<Candidate, "id" | "problemId" | "likeness">,
  { isNew, acceptedBy, incidentIds, title, ...weighed }: Acceptance,
  context: ProblemContext,
): Promise<void> => {
  if (problemId === undefined) return;
  const actor = { ...serviceActor("problem"), id: acceptedBy };
  const on = { actor, now: context.now(), settings: await context.settings() };
  if (!isNew) return join(problemId, [...incidentIds], on, context);
  const usual = `Incidents that keep coming back: ${words(likeness)}`.slice(0, longestTitle);
  const fields = {
    ...fieldsOf(likeness),
    title: title ?? usual,
    impact: Level.parse(weighed.impact),
    urgency: Level.parse(weighed.urgency),
    ...(weighed.teamId === undefined ? {} : { teamId: weighed.teamId }),
    incidentIds: [...incidentIds],
  };
  const origin = { kind: "candidate", id };
  try {
    await context.problems.createAs(problemId, openProblem(problemId, fields, on, origin));
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "already_exists")) throw error;
  }
};
