import * as z from "zod";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import { type Candidate, candidateLifecycle, type Likeness } from "../candidate.ts";
import {
  ProblemCandidateDismissed,
  ProblemCandidateGrew,
  ProblemCandidateProposed,
} from "../events-candidate.ts";

/** Like incidents, newest first. */
export type Alike = readonly { readonly id: string; readonly openedAt: string }[];

type CandidateEvent = EventType<z.infer<(typeof ProblemCandidateProposed)["data"]>>;

const happened = (
  event: CandidateEvent,
  candidate: Candidate,
  changes: Partial<Candidate>,
): Decision<Candidate> => [occurred(event, { candidate: { ...candidate, ...changes } }, changes)];

const extent = (alike: Alike): Partial<Candidate> => {
  const opened = alike.map(({ openedAt }) => openedAt).sort();
  return {
    incidentIds: alike.map(({ id }) => id),
    firstOpenedAt: opened[0],
    lastOpenedAt: opened.at(-1),
  };
};

export const propose = (id: string, likeness: Likeness, alike: Alike): Decision<Candidate> =>
  happened(ProblemCandidateProposed, { id } as Candidate, { state: "proposed", likeness, ...extent(alike) });

/**
 * What more like incidents mean for a candidate: a proposed one grows; a dismissed one stays quiet until as
 * many as are needed have been opened since.
 */
export const recur = (candidate: Candidate, alike: Alike, needed: number): Decision<Candidate> => {
  if (candidate.state === "proposed") {
    const isKnown = alike.every(({ id }) => candidate.incidentIds.includes(id));
    return isKnown ? [] : happened(ProblemCandidateGrew, candidate, extent(alike));
  }
  const since = alike.filter(({ openedAt }) => openedAt > (candidate.dismissedAt ?? ""));
  if (since.length < needed) return [];
  const state = candidateLifecycle.next(candidate.state, "propose");
  const changes = { state, ...extent(since), dismissedAt: undefined, dismissal: undefined };
  return happened(ProblemCandidateProposed, candidate, changes);
};

export const Dismissal = z.strictObject({ reason: z.string().trim().min(1).max(2000) });

export const dismiss = (candidate: Candidate, { reason }: z.infer<typeof Dismissal>, now: string) => {
  const state = candidateLifecycle.next(candidate.state, "dismiss");
  return happened(ProblemCandidateDismissed, candidate, { state, dismissedAt: now, dismissal: reason });
};
