import type { Decision } from "../../../shared/dynamo/record.ts";
import { IncidentLinked } from "../events.ts";
import { type Incident, isOpen, type Link } from "../incident.ts";
import type { KnownProblem } from "../known-problem.ts";
import { tieTo, withTie } from "../problem-ties.ts";
import { after, type Circumstances, happened } from "./command.ts";
import { resolve } from "./progress.ts";
import { whereAllowed } from "./propagate.ts";
import { comment, note } from "./talk.ts";

const mostLinks = 50;

const linkTo = (target: string): Link => ({ type: "problem", target });
const isTo = (problemId: string) => (link: Link) => link.type === "problem" && link.target === problemId;
const isTied = ({ links }: Incident, problemId: string): boolean => links.some(isTo(problemId));

const relinked = (incident: Incident, changes: Partial<Incident>) => [
  happened(IncidentLinked, incident, changes, {}),
];

/**
 * A problem says that an incident is one of its own, or is not: the later word of the problem counts. Nobody
 * outside ties a restricted incident, and a list of links that is full stays as it is.
 */
export const tie = (
  incident: Incident,
  { problemId, sequence, isLinked }: { problemId: string; sequence: number; isLinked: boolean },
): Decision<Incident> => {
  const known = tieTo(problemId, incident);
  const others = incident.links.filter((link) => !isTo(problemId)(link));
  const isFull = isLinked && others.length >= mostLinks;
  if (known.sequence >= sequence || incident.restricted || isFull) return [];
  const links = isLinked
    ? isTied(incident, problemId)
      ? incident.links
      : [...incident.links, linkTo(problemId)]
    : others;
  return relinked(incident, { links, problemTies: withTie({ ...known, sequence }, incident) });
};

/** The problem was the same as another one, which has its incidents now. */
const moved = (incident: Incident, from: string, to: string): Decision<Incident> => {
  const others = incident.links.filter((link) => !isTo(from)(link));
  return relinked(incident, { links: others.some(isTo(to)) ? others : [...others, linkTo(to)] });
};

const withTieChanged = (
  incident: Incident,
  decision: Decision<Incident>,
  tied: ReturnType<typeof tieTo>,
): Decision<Incident> =>
  decision.map((occurrence, i) =>
    i === 0
      ? { ...occurrence, changes: { ...occurrence.changes, problemTies: withTie(tied, incident) } }
      : occurrence,
  );

/** What the problem told and this incident has not heard, in the order it was told. */
const unheard = (incident: Incident, { id, communicated = {} }: KnownProblem) =>
  [communicated.workaround, communicated.fix]
    .filter((said) => said !== undefined)
    .filter(({ number }) => number > tieTo(id, incident).told)
    .toSorted((a, b) => a.number - b.number);

const told = (incident: Incident, problem: KnownProblem, on: Circumstances): Decision<Incident> => {
  let decision: Decision<Incident> = [];
  for (const { number, text, audience } of unheard(incident, problem)) {
    const latest = after(incident, decision);
    const say = audience === "callers" ? comment : note;
    const said = audience === "callers" ? text : `${problem.id}: ${text}`;
    const tied = { ...tieTo(problem.id, latest), told: number };
    decision = [...decision, ...withTieChanged(latest, say.decide(latest, { text: said }, on), tied)];
  }
  return decision;
};

/** What agents are told where the end of the problem does not end the incident. */
const advice = ({ id, resolutionCode, resolution }: KnownProblem): string => {
  if (resolutionCode === "fix_applied")
    return `${id} is resolved, so this can be resolved with code resolved_by_problem: ${resolution ?? ""}`;
  const why = resolutionCode === "risk_accepted" ? "its risk is accepted" : "it was cancelled";
  return `${id} will not be fixed (${why}): this waits for nothing`;
};

const longestNote = 16_000;

/** Once per end of the problem: what is reopened afterwards waits for people. */
const answered = (
  incident: Incident,
  problem: KnownProblem,
  waitsForOthers: boolean,
  on: Circumstances,
): Decision<Incident> => {
  const { id, resolution, resolutionCode, heldIncidents } = problem;
  const endedAt = problem.resolvedAt ?? problem.closedAt;
  const known = tieTo(id, incident);
  const waits = incident.state === "on_hold" && incident.holdReason === "awaiting_problem";
  if (!waits || resolutionCode === undefined || endedAt === undefined || known.answered === endedAt)
    return [];
  const byProblem = { code: "resolved_by_problem", text: resolution ?? `${id} is resolved` };
  const performed =
    resolutionCode === "fix_applied" && heldIncidents === "resolve" && !waitsForOthers
      ? whereAllowed((one, circumstances) => resolve.decide(one, byProblem, circumstances))(incident, on)
      : [];
  const told = () => note.decide(incident, { text: advice(problem).slice(0, longestNote) }, on);
  const decision = performed.length > 0 ? performed : told();
  return withTieChanged(incident, decision, { ...known, answered: endedAt });
};

/**
 * What an open incident makes of a problem it is tied to, as the problem is now: it moves to the one that the
 * problem is a duplicate of, tells its caller or agents what they are to know, and is resolved when it waited
 * for the problem alone. Deciding again changes nothing.
 */
export const hear = (
  incident: Incident,
  problem: KnownProblem,
  others: readonly KnownProblem[],
  on: Circumstances,
): Decision<Incident> => {
  if (!isTied(incident, problem.id)) return [];
  if (problem.duplicateOf !== undefined) return moved(incident, problem.id, problem.duplicateOf);
  if (!isOpen(incident)) return [];
  const said = told(incident, problem, on);
  const latest = after(incident, said);
  const waitsForOthers = others.some(({ state }) => state !== "resolved" && state !== "closed");
  return [...said, ...answered(latest, problem, waitsForOthers, on)];
};

/** What an open incident makes of all the problems that it is tied to, in one decision. */
export const hearAll = (
  incident: Incident,
  problems: readonly KnownProblem[],
  on: Circumstances,
): Decision<Incident> => {
  let decision: Decision<Incident> = [];
  for (const problem of problems) {
    const others = problems.filter(({ id }) => id !== problem.id);
    decision = [...decision, ...hear(after(incident, decision), problem, others, on)];
  }
  return decision;
};
