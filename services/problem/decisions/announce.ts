import { serviceActor } from "../../../shared/access/actor.ts";
import type { Level } from "../../../shared/domain/priority.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import type { Passed } from "../../../shared/targets/passed.ts";
import type { PointAction } from "../../../shared/targets/terms.ts";
import { ProblemServiceLevelBreached, ProblemServiceLevelWarning } from "../events-service-levels.ts";
import { isOpen, type Problem } from "../problem.ts";
import { after, type Circumstances, happened } from "./command.ts";
import { assign, edit } from "./edit.ts";

const higher = (level: Level, levels: number): Level => Math.max(1, level - levels) as Level;

/** More urgent by so many levels; what urgency cannot give, impact does. */
const raised = ({ urgency, impact }: Problem, levels: number) => ({
  urgency: higher(urgency, levels),
  impact: higher(impact, levels - (urgency - higher(urgency, levels))),
});

const performed = (problem: Problem, action: PointAction, on: Circumstances): Decision<Problem> => {
  if (action.do === "reassign") return assign.decide(problem, { teamId: action.teamId }, on);
  return action.do === "raise" ? edit.decide(problem, raised(problem, action.levels), on) : [];
};

const self = serviceActor("problem");
/** Time did it, whoever's decision it is written with because that came before the schedule. */
const by = { actor: { id: self.id }, causationId: "schedule:watch-problem-service-levels" };

/** Tells of a point or breach of one of its agreements and, if it `acts`, does what the agreement wants. */
export const announce = (
  problem: Problem,
  { isBreach, point }: Passed,
  acts: boolean,
  on: Omit<Circumstances, "actor">,
): Decision<Problem> => {
  const event = isBreach ? ProblemServiceLevelBreached : ProblemServiceLevelWarning;
  let decision: Decision<Problem> = [happened(event, problem, {}, { serviceLevel: point })];
  for (const action of acts ? point.actions : []) {
    const latest = after(problem, decision);
    if (isOpen(latest)) decision = [...decision, ...performed(latest, action, { ...on, actor: self })];
  }
  return decision.map((occurrence) => ({ ...occurrence, by }));
};
