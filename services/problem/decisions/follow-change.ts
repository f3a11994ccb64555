import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { ProblemChangeProgressed } from "../events.ts";
import { isTiedChange, type KnownChange, type Problem } from "../problem.ts";
import { after, type Circumstances, happened } from "./command.ts";
import { reanalyse, resolve, startAnalysis, startFix } from "./progress.ts";

/** More changes for one problem is a programme. */
const mostChanges = 50;

const ended = ["closed", "cancelled"];
const failures = ["failed", "backed_out"];
const hasFailed = ({ outcome }: KnownChange): boolean => failures.includes(outcome ?? "");
const hasSucceeded = ({ state, outcome }: KnownChange): boolean =>
  ended.includes(state) && outcome !== undefined && !failures.includes(outcome);

/** What the state of things does not allow is left to people. */
const ifPossible = (decide: () => Decision<Problem>): Decision<Problem> => {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
};

/** A change for it is there: its cause is known well enough, however far people had come with looking for it. */
const begun = (problem: Problem, on: Circumstances): Decision<Problem> => {
  const { state } = problem;
  if (state !== "new" && state !== "assess" && state !== "root_cause_analysis") return [];
  const analysed = state === "new" ? startAnalysis.decide(problem, {}, on) : [];
  return [...analysed, ...startFix.decide(after(problem, analysed), {}, on)];
};

/** The change that fixed it: all are over, and this one succeeded after whatever failed. They stand by their last word. */
const fixedBy = ({ changes }: Problem): KnownChange | undefined => {
  const tied = changes.filter(isTiedChange);
  if (!tied.every(({ state }) => ended.includes(state))) return undefined;
  return tied.slice(tied.findLastIndex(hasFailed) + 1).findLast(hasSucceeded);
};

const settled = (problem: Problem, on: Circumstances): Decision<Problem> => {
  const { state } = problem;
  const fix = fixedBy(problem);
  const isLeft = on.settings.fixedByChange === "leave";
  if (fix === undefined || isLeft || (state !== "fix_in_progress" && state !== "root_cause_analysis"))
    return [];
  return resolve.decide(problem, { text: `Fixed by change ${fix.id}` }, on);
};

/** Where the problem stands after what became of its changes. */
const moved = (
  problem: Problem,
  change: KnownChange,
  before: KnownChange | undefined,
  on: Circumstances,
): Decision<Problem> => {
  const { state } = problem;
  if (hasFailed(change)) {
    const reason = `${change.id} failed`;
    if (before && hasFailed(before)) return [];
    if (state === "fix_in_progress") return startAnalysis.decide(problem, { reason }, on);
    return state === "resolved" ? reanalyse.decide(problem, { reason }, on) : [];
  }
  // One that was given up without having been done fixes nothing, and begins nothing.
  const isWork = !ended.includes(change.state) || hasSucceeded(change);
  const beginning = before === undefined && isWork ? begun(problem, on) : [];
  return [...beginning, ...ifPossible(() => settled(after(problem, beginning), on))];
};

/**
 * A change that is to fix the problem got further, or has nothing to do with it any more. The last word of a
 * change counts, in whatever order its events come. A failed change brings the problem back to its analysis;
 * when all are over and one was successful since the last failure, the problem is resolved, if the rules say so.
 */
export const followChange = (problem: Problem, change: KnownChange, on: Circumstances): Decision<Problem> => {
  const before = problem.changes.find(({ id }) => id === change.id);
  const others = problem.changes.filter(({ id }) => id !== change.id);
  if (before ? before.sequence >= change.sequence : !isTiedChange(change) || others.length >= mostChanges)
    return [];
  const { id, state, outcome } = change;
  const told = { change: { id, state, ...(outcome === undefined ? {} : { outcome }) } };
  const progressed = [happened(ProblemChangeProgressed, problem, { changes: [...others, change] }, told)];
  const latest = after(problem, progressed);
  return [...progressed, ...ifPossible(() => moved(latest, change, before, on))];
};
