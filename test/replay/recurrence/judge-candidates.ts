import type { LoggedIncident } from "../log.ts";
import type { FoundCandidate } from "./find-candidates.ts";

/** What the desk itself said: which problem it gave an incident to, by the last row that names one. */
export const problemsOf = (log: readonly LoggedIncident[]): ReadonlyMap<string, string> =>
  new Map(
    log.flatMap(({ number, steps }) => {
      const last = steps.findLast(({ row }) => row.problem_id !== undefined)?.row.problem_id;
      return last === undefined ? [] : [[number, last] as const];
    }),
  );

type Verdict = {
  readonly kind: string;
  readonly candidates: number;
  /** Candidates with an incident that the desk gave to a problem. */
  readonly withProblem: number;
  /** Candidates in which at least two incidents of one of the desk's problems met. */
  readonly withRecurrence: number;
  readonly incidents: number;
};

export type Judgement = {
  readonly incidents: number;
  readonly problems: number;
  /** Problems that the desk gave more than one incident: only these can be seen to recur. */
  readonly recurring: number;
  /** Share of all incidents that the desk gave to a problem: what chance alone would hit. */
  readonly share: number;
  readonly candidates: number;
  readonly precision: number;
  /** How often candidates were proposed, and of these which had an incident of a problem among those they began with. */
  readonly proposals: number;
  readonly precisionAtProposal: number;
  /** The same for as many incidents taken at random: what the one above is to be held against. */
  readonly chanceAtProposal: number;
  /** `precision` of as many incidents taken at random. */
  readonly chance: number;
  readonly covered: number;
  readonly recurringMet: number;
  readonly incidentsNamed: number;
  readonly byKind: readonly Verdict[];
};

const counted = (
  ids: Iterable<string>,
  problems: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const problem = problems.get(id);
    if (problem !== undefined) counts.set(problem, (counts.get(problem) ?? 0) + 1);
  }
  return counts;
};

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** How likely so many incidents, taken at random, have one that the desk gave to a problem. */
const chanceOf = (share: number, sizes: readonly number[]): number =>
  meanOf(sizes.map((size) => 1 - (1 - share) ** size));

const unionOf = (found: readonly FoundCandidate[]): ReadonlySet<string> =>
  new Set(found.flatMap(({ incidentIds }) => [...incidentIds]));

/** How candidates compare with the problems that a desk recorded. */
export const judge = (log: readonly LoggedIncident[], found: readonly FoundCandidate[]): Judgement => {
  const problems = problemsOf(log);
  const sizes = counted(problems.keys(), problems);
  const judged = found.map((each) => ({ ...each, counts: counted(each.incidentIds, problems) }));
  const meets = (counts: ReadonlyMap<string, number>) => [...counts].filter(([, count]) => count > 1);
  const kinds = [...new Set(found.map(({ candidate }) => candidate.likeness.kind))];
  const share = problems.size / log.length;
  const begun = found.flatMap(({ proposedWith }) => proposedWith);
  const withProblem = judged.filter(({ counts }) => counts.size > 0);
  return {
    incidents: log.length,
    problems: sizes.size,
    recurring: [...sizes.values()].filter((size) => size > 1).length,
    share,
    candidates: found.length,
    precision: withProblem.length / found.length,
    chance: chanceOf(
      share,
      found.map(({ incidentIds }) => incidentIds.size),
    ),
    proposals: begun.length,
    precisionAtProposal: meanOf(begun.map((ids) => (ids.some((id) => problems.has(id)) ? 1 : 0))),
    chanceAtProposal: chanceOf(
      share,
      begun.map(({ length }) => length),
    ),
    covered: new Set(judged.flatMap(({ counts }) => [...counts.keys()])).size,
    recurringMet: new Set(judged.flatMap(({ counts }) => meets(counts).map(([problem]) => problem))).size,
    incidentsNamed: unionOf(found).size,
    byKind: kinds.map((kind) => {
      const own = judged.filter(({ candidate }) => candidate.likeness.kind === kind);
      return {
        kind,
        candidates: own.length,
        withProblem: own.filter(({ counts }) => counts.size > 0).length,
        withRecurrence: own.filter(({ counts }) => meets(counts).length > 0).length,
        incidents: unionOf(own).size,
      };
    }),
  };
};
