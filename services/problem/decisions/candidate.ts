import * as z from "zod";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import { type Candidate, candidateLifecycle, type Likeness } from "../candidate.ts";
import {
  type Acceptance,
  ProblemCandidateAccepted,
  ProblemCandidateDismissed,
  ProblemCandidateGrew,
  ProblemCandidateProposed,
} from "../events-candidate.ts";
import { unusualCount } from "../unusual.ts";

/** Like incidents, newest first. */
export type Alike = readonly {
  readonly id: string;
  readonly openedAt: string;
  readonly problemIds?: readonly string[];
}[];

type CandidateEvent = EventType<z.infer<(typeof ProblemCandidateProposed)["data"]>>;

const happened = (
  event: CandidateEvent,
  candidate: Candidate,
  changes: Partial<Candidate>,
  confidential?: Readonly<Record<string, unknown>>,
): Decision<Candidate> => [
  occurred(event, { candidate: { ...candidate, ...changes } }, changes, confidential),
];

const extent = (alike: Alike): Partial<Candidate> => {
  const opened = alike.map(({ openedAt }) => openedAt).sort();
  return {
    incidentIds: alike.map(({ id }) => id),
    firstOpenedAt: opened[0],
    lastOpenedAt: opened.at(-1),
    inWindow: alike.length,
  };
};

/** What came in the window, and behind it what it named before: until somebody decides, nothing is forgotten. */
const grown = ({ incidentIds, firstOpenedAt }: Candidate, alike: Alike): Partial<Candidate> => {
  const fresh = extent(alike);
  const ids = [...new Set([...alike.map(({ id }) => id), ...incidentIds])].slice(0, most);
  const isEarlier = fresh.firstOpenedAt !== undefined && fresh.firstOpenedAt < firstOpenedAt;
  return { ...fresh, incidentIds: ids, ...(isEarlier ? {} : { firstOpenedAt }) };
};

export const propose = (id: string, likeness: Likeness, alike: Alike): Decision<Candidate> =>
  happened(ProblemCandidateProposed, { id } as Candidate, { state: "proposed", likeness, ...extent(alike) });

/** What is new since people decided: opened later, and not tied to the candidate's problem by somebody since. */
const newSince = ({ dismissedAt, acceptedAt, problemId }: Candidate, alike: Alike): Alike =>
  alike.filter(
    ({ openedAt, problemIds = [] }) =>
      openedAt > (acceptedAt ?? dismissedAt ?? "") &&
      (problemId === undefined || !problemIds.includes(problemId)),
  );

/** As many incidents as it names. With so many one more says nothing new: it takes in ten at once, and a storm does not queue for it. */
const most = 100;
const freshAtOnce = 10;

/** A CI should have none; of a service, a category or a kind of words some come all the time. */
const hasFlow = ({ kind }: Likeness): boolean => kind !== "ci" && kind !== "service_category";
/** As many as are ever looked at; and what is more than so long ago says nothing of what is usual today. */
const mostLooked = 100;
const forgottenAfter = 90 * 24 * 3_600_000;

/** How many new ones it takes: where people said that so many are usual, as many as are more than chance beside them. */
const enoughAnew = ({ likeness, usual, dismissedAt }: Candidate, alike: Alike, needed: number): number => {
  if (usual === undefined || dismissedAt === undefined || !hasFlow(likeness)) return needed;
  const newest = alike[0]?.openedAt ?? dismissedAt;
  if (Date.parse(newest) - Date.parse(dismissedAt) > forgottenAfter) return needed;
  return Math.max(needed, Math.min(mostLooked, unusualCount(usual)));
};

/**
 * What more like incidents mean for a candidate: a proposed one grows; one that was decided on stays quiet
 * until as many as are needed have been opened since, and more than what was found to be usual.
 */
export const recur = (candidate: Candidate, alike: Alike, needed: number): Decision<Candidate> => {
  if (candidate.state === "proposed") {
    const fresh = alike.filter(({ id }) => !candidate.incidentIds.includes(id)).length;
    const enough = candidate.incidentIds.length < most ? 1 : freshAtOnce;
    return fresh < enough ? [] : happened(ProblemCandidateGrew, candidate, grown(candidate, alike));
  }
  const since = newSince(candidate, alike);
  if (since.length < enoughAnew(candidate, alike, needed)) return [];
  const state = candidateLifecycle.next(candidate.state, "propose");
  const quiet = { dismissedAt: undefined, dismissal: undefined, usual: undefined, acceptedAt: undefined };
  return happened(ProblemCandidateProposed, candidate, { state, ...extent(since), ...quiet });
};

export const Dismissal = z.strictObject({ reason: z.string().trim().min(1).max(2000) });

export const dismiss = (candidate: Candidate, { reason }: z.infer<typeof Dismissal>, now: string) => {
  const state = candidateLifecycle.next(candidate.state, "dismiss");
  return happened(ProblemCandidateDismissed, candidate, {
    state,
    dismissedAt: now,
    dismissal: reason,
    usual: candidate.inWindow ?? candidate.incidentIds.length,
  });
};

/** Its incidents are a problem's now. */
export const accept = (
  candidate: Candidate,
  problemId: string,
  acceptance: Acceptance,
  now: string,
): Decision<Candidate> => {
  const state = candidateLifecycle.next(candidate.state, "accept");
  const changes = { state, problemId, acceptedAt: now };
  return [
    occurred(ProblemCandidateAccepted, { candidate: { ...candidate, ...changes }, acceptance }, changes),
  ];
};
