import * as z from "zod";
import { Level } from "../../shared/domain/priority.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { ShortText } from "../../shared/domain/texts.ts";
import type { Candidate, Likeness } from "./candidate.ts";
import type { Circumstances } from "./decisions/command.ts";
import { type OpenProblem, openProblem } from "./decisions/open.ts";
import { linkIncidents } from "./decisions/relate.ts";
import { IncidentId, isOpen, ProblemId, TeamId } from "./problem.ts";
import { candidateClaim, type ProblemContext } from "./table.ts";

/** What somebody says when they accept a candidate. */
export const AcceptCandidate = z.strictObject({
  problemId: ProblemId.optional().describe("A problem that is there; a new one is opened without"),
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
const fieldsOf = ({ likeness }: Candidate): Partial<OpenProblem> => {
  if (likeness.kind === "ci") return { ciIds: [likeness.ciId] };
  if (likeness.kind === "service") return { serviceId: likeness.serviceId };
  if (likeness.kind === "text") return {};
  const { kind: _kind, ...same } = likeness;
  return same;
};

const most = 200;

/**
 * Gives a candidate's incidents to a problem and answers its id. Safe to repeat: a problem that was opened for
 * the candidate takes them as long as it is open.
 */
export const acceptCandidate = async (
  candidate: Candidate,
  body: AcceptCandidate,
  on: Circumstances,
  { problems }: ProblemContext,
): Promise<string> => {
  const named = body.incidentIds ?? candidate.incidentIds;
  const incidentIds = named.filter((id) => candidate.incidentIds.includes(id));
  const join = async (id: string) =>
    (await problems.update(id, undefined, (problem) => linkIncidents.decide(problem, { incidentIds }, on)))
      .id;
  const invalid = (path: string, message: string) =>
    new Refusal("invalid_input", undefined, [{ path, message }]);
  if (incidentIds.length === 0) throw invalid("body.incidentIds", "None of its incidents");
  if (body.problemId !== undefined) {
    const { problemId } = body;
    const problem = await problems.get(problemId).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
    if (problem === undefined) throw invalid("body.problemId", "No such problem");
    if (!isOpen(problem) && problem.resolutionCode !== "risk_accepted")
      throw invalid("body.problemId", "It is over");
    return join(problemId);
  }
  const holder = await problems.holder(candidateClaim(candidate.id));
  if (holder !== undefined) return join(holder);
  const { problemId: _none, incidentIds: _all, title, impact = 3, urgency = 3, ...more } = body;
  const usual = `Incidents that keep coming back: ${words(candidate.likeness)}`.slice(0, most);
  const given = { ...more, impact, urgency, title: title ?? usual, ciIds: [], ...fieldsOf(candidate) };
  const origin = { kind: "candidate", id: candidate.id };
  const opened = await problems.create((id) => openProblem(id, { ...given, incidentIds }, on, origin));
  return opened.id;
};
