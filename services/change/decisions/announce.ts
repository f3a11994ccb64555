import { serviceActor } from "../../../shared/access/actor.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import type { Passed } from "../../../shared/targets/passed.ts";
import type { PointAction } from "../../../shared/targets/terms.ts";
import type { Change } from "../change.ts";
import { ChangeUpdated } from "../events.ts";
import { ChangeServiceLevelBreached, ChangeServiceLevelWarning } from "../events-service-levels.ts";
import { after, happened } from "./command.ts";
import { raised } from "./overrun.ts";

const self = serviceActor("change");
/** Time did it, whoever's decision it is written with because that came before the schedule. */
const by = { actor: { id: self.id }, causationId: "schedule:watch-change-service-levels" };

/** Work is left to do on it, and it may be given to others. */
const isUnderWay = ({ state }: Change): boolean => !["review", "closed", "cancelled"].includes(state);

const performed = (change: Change, action: PointAction): Decision<Change> => {
  if (action.do === "raise") return raised(change, action.levels);
  if (action.do !== "reassign" || change.teamId === action.teamId) return [];
  // Who did it belongs to the team that had it.
  return [happened(ChangeUpdated, change, { teamId: action.teamId, assigneeId: undefined }, {})];
};

/** Tells of a point or breach of one of its agreements and, if it `acts`, does what the agreement wants. */
export const announce = (change: Change, { isBreach, point }: Passed, acts: boolean): Decision<Change> => {
  const event = isBreach ? ChangeServiceLevelBreached : ChangeServiceLevelWarning;
  let decision: Decision<Change> = [happened(event, change, {}, { serviceLevel: point })];
  for (const action of acts ? point.actions : []) {
    const latest = after(change, decision);
    if (isUnderWay(latest)) decision = [...decision, ...performed(latest, action)];
  }
  return decision.map((occurrence) => ({ ...occurrence, by }));
};
